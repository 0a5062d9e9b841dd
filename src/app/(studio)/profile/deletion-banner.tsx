"use client";

import { usePathname } from "next/navigation";
import { api } from "~/trpc/react";
import { Leaving } from "./leaving";

/** On every page of somebody who is leaving; the page about it says it itself. */
export function DeletionBanner() {
  const pathname = usePathname();
  const account = api.account.me.useQuery(undefined, { staleTime: 60_000 });
  const deletesAt = account.data?.deletesAt;
  if (!deletesAt || pathname === "/profile/data") return null;
  return <Leaving deletesAt={deletesAt} className="justify-center px-4 py-2 md:px-8" />;
}
