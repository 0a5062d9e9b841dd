import { cn } from "~/components/ui/cn";
import { can, Permission } from "~/server/accounts/schema";
import type { UserView } from "~/server/admin/schema";
import { PERMISSION_WORDS } from "./access-words";

type Access = Pick<UserView, "role" | "permissions">;

type Right = "by role" | "granted" | "none";

export function rightOf({ role, permissions }: Access, permission: Permission): Right {
  if (can({ role, permissions: [] }, permission)) return "by role";
  return permissions.includes(permission) ? "granted" : "none";
}

/** Full: comes with the role. Ring: granted. Small: not theirs. */
export function PermissionDot({ right }: { right: Right }) {
  return (
    <span aria-hidden className="grid size-3 place-items-center">
      <span
        className={cn(
          "rounded-full",
          right === "by role" && "size-2.5 bg-primary",
          right === "granted" && "size-3 border-[3px] border-primary",
          right === "none" && "size-1.5 bg-border-strong",
        )}
      />
    </span>
  );
}

/** What somebody may do, as a row of dots in the order of the list; in words for a screen reader. */
export function PermissionDots({ user }: { user: Access }) {
  const held = Permission.options.filter((it) => rightOf(user, it) !== "none");
  const words = held.map((it) => PERMISSION_WORDS[it]).join(", ") || "No special rights";
  return (
    <span title={words} className="inline-flex items-center gap-1">
      {Permission.options.map((permission) => (
        <PermissionDot key={permission} right={rightOf(user, permission)} />
      ))}
      <span className="sr-only">{words}</span>
    </span>
  );
}
