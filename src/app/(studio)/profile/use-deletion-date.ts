"use client";

import { api } from "~/trpc/react";

/** Tells this page when the account goes, without asking the server for what it has just said. */
export function useDeletionDate(): (deletesAt: string | null) => void {
  const utils = api.useUtils();
  return (deletesAt) =>
    utils.account.me.setData(undefined, (account) => account && { ...account, deletesAt });
}
