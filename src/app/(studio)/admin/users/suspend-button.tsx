"use client";

import { Ban, DoorOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { can } from "~/server/accounts/schema";
import { ConfirmDialog } from "../confirm/confirm-dialog";
import type { AccessProps } from "./access-menus";
import { useUserActs } from "./use-user-acts";

/** Shuts somebody out after asking why, or lets them in again. */
export function SuspendButton({ user, viewer }: AccessProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { suspend, reinstate, letIn } = useUserActs(user);
  const isAllowed =
    can(viewer, "users:write") &&
    user.id !== viewer.id &&
    !user.isLastAdmin &&
    (user.role !== "admin" || viewer.role === "admin");
  if (!isAllowed) return null;
  if (user.suspendedAt) {
    return (
      <Button
        variant="outline"
        size="sm"
        aria-label={`Let ${user.email} in again`}
        pending={reinstate.isPending}
        onClick={letIn}
      >
        <DoorOpen aria-hidden /> Let in
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={`Suspend ${user.email}`}
        onClick={() => setIsAsking(true)}
      >
        <Ban aria-hidden /> Suspend
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Suspend ${user.email}?`}
        confirmLabel="Suspend"
        isDestructive
        asksWhy
        isPending={suspend.isPending}
        onConfirm={(reason) =>
          suspend.mutate(
            { userId: user.id, isSuspended: true, reason },
            { onSettled: () => setIsAsking(false) },
          )
        }
      >
        They are signed out everywhere and refused from now on. What is being made for them is
        finished, what waits goes on waiting, and nothing of theirs is deleted.
      </ConfirmDialog>
    </>
  );
}
