"use client";

import { Switch } from "@base-ui/react/switch";
import { Permission } from "~/server/accounts/schema";
import { type AccessProps, roleLock } from "../access-menus";
import { PERMISSION_WORDS } from "../access-words";
import { PermissionDot, rightOf } from "../permission-dots";
import { useUserActs } from "../use-user-acts";

const WORDS = { "by role": "by role", granted: "granted", none: "no" };

/** Each right with a dot for how somebody comes to have it; admins grant and take single ones. */
export function PermissionMatrix({ user, viewer }: AccessProps) {
  const { update } = useUserActs(user);
  const canGrant = viewer.role === "admin" && user.id !== viewer.id;
  function toggle(permission: Permission, isGranted: boolean) {
    const others = user.permissions.filter((it) => it !== permission);
    const permissions = isGranted ? [...others, permission] : others;
    update.mutate({ userId: user.id, permissions });
  }
  return (
    <>
      <ul className="divide-y border-y">
        {Permission.options.map((permission) => {
          const right = rightOf(user, permission);
          return (
            <li key={permission} className="flex min-h-11 items-center gap-3 text-sm">
              <PermissionDot right={right} />
              <span className="grow">
                {PERMISSION_WORDS[permission]}
                <span className="sr-only">: {WORDS[right]}</span>
              </span>
              {canGrant && right !== "by role" ? (
                <Switch.Root
                  checked={right === "granted"}
                  disabled={update.isPending}
                  aria-label={`Grant: ${PERMISSION_WORDS[permission]}`}
                  onCheckedChange={(isGranted) => toggle(permission, isGranted)}
                  className="touch-target flex items-center data-disabled:opacity-50"
                >
                  <span className="flex h-5 w-9 rounded-full bg-border-strong p-0.5 transition-colors [[data-checked]>&]:bg-primary">
                    <Switch.Thumb className="size-4 rounded-full bg-white transition-transform data-checked:translate-x-4 dark:bg-foreground" />
                  </span>
                </Switch.Root>
              ) : (
                <span aria-hidden className="text-xs text-muted-foreground">
                  {WORDS[right]}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="mt-3 text-xs text-muted-foreground">{explain({ user, viewer })}</p>
    </>
  );
}

function explain({ user, viewer }: AccessProps): string {
  if (viewer.role !== "admin") return "Only admins give and take rights.";
  const lock = roleLock({ user, viewer });
  if (user.id === viewer.id) return "This is you: another admin would have to change your rights.";
  if (lock) return `${lock}: make somebody else an admin before changing the role.`;
  return "A full dot comes with the role, a ring is granted on top. Both count at their next request.";
}
