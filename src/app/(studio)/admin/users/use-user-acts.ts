"use client";

import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import type { UserView } from "~/server/admin/schema";
import { api } from "~/trpc/react";

/** What can be done to somebody's account, each with a toast that offers the way back. */
export function useUserActs(user: Pick<UserView, "id" | "email">) {
  const utils = api.useUtils();
  const onError = toastProblem;
  const renew = () =>
    Promise.all([utils.admin.users.invalidate(), utils.admin.audit.list.invalidate()]);

  const update = api.admin.users.update.useMutation({
    onSuccess: async () => {
      await renew();
      toast(`${user.email} is changed.`);
    },
    onError,
  });
  const reinstate = api.admin.users.suspend.useMutation({
    onSuccess: async () => {
      await renew();
      toast(`${user.email} can sign in again.`);
    },
    onError,
  });
  const letIn = () => reinstate.mutate({ userId: user.id, isSuspended: false });
  const suspend = api.admin.users.suspend.useMutation({
    onSuccess: async () => {
      await renew();
      toast(`${user.email} is suspended.`, {
        action: { label: "Undo", onClick: letIn },
        duration: 10_000,
      });
    },
    onError,
  });
  return { update, suspend, reinstate, letIn };
}
