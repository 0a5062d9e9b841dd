"use client";

import { useState } from "react";
import { Badge } from "~/components/ui/badge";
import type { Role, Tier, Viewer } from "~/server/accounts/schema";
import { can } from "~/server/accounts/schema";
import type { UserView } from "~/server/admin/schema";
import { ConfirmDialog } from "../confirm/confirm-dialog";
import { ROLE_WORDS, TIER_WORDS } from "./access-words";
import { ChoiceMenu } from "./choice-menu";
import { useUserActs } from "./use-user-acts";

export type AccessProps = { user: UserView; viewer: Pick<Viewer, "id" | "role" | "permissions"> };

/** Why nothing can be changed about somebody's role; null when it can. */
export function roleLock({ user, viewer }: AccessProps): string | null {
  if (user.id === viewer.id) return "This is you";
  if (user.isLastAdmin) return "The last admin";
  return null;
}

/** Somebody's role: a menu for admins, a word for everybody else. */
export function RoleMenu({ user, viewer }: AccessProps) {
  const [wish, setWish] = useState<Role | null>(null);
  const { update } = useUserActs(user);
  const lock = roleLock({ user, viewer });
  if (viewer.role !== "admin" || lock) {
    return (
      <div>
        <Badge variant={user.role === "user" ? "neutral" : "primary"}>
          {ROLE_WORDS[user.role].label}
        </Badge>
        {lock && viewer.role === "admin" ? (
          <p className="mt-1 text-xs text-muted-foreground">{lock}: the role stays.</p>
        ) : null}
      </div>
    );
  }
  return (
    <>
      <ChoiceMenu
        label={`Role of ${user.email}`}
        value={user.role}
        options={ROLE_WORDS}
        onChoose={setWish}
      />
      <ConfirmDialog
        isOpen={wish !== null}
        onClose={() => setWish(null)}
        title={wish ? `Make ${user.email} ${AS_A[wish]}?` : ""}
        confirmLabel={wish ? `Make ${AS_A[wish]}` : ""}
        isPending={update.isPending}
        onConfirm={() => {
          if (!wish) return;
          const done = { onSettled: () => setWish(null) };
          update.mutate({ userId: user.id, role: wish }, done);
        }}
      >
        {wish ? ROLE_WORDS[wish].means : null} It counts from their next request on.
      </ConfirmDialog>
    </>
  );
}

const AS_A: Record<Role, string> = {
  user: "a member",
  moderator: "a moderator",
  admin: "an admin",
};

/** Somebody's tier: a menu for those who may change it. */
export function TierMenu({ user, viewer }: AccessProps) {
  const [wish, setWish] = useState<Tier | null>(null);
  const { update } = useUserActs(user);
  if (!can(viewer, "users:write")) {
    return (
      <Badge variant={user.tier === "premium" ? "primary" : "neutral"}>
        {TIER_WORDS[user.tier].label}
      </Badge>
    );
  }
  return (
    <>
      <ChoiceMenu
        label={`Tier of ${user.email}`}
        value={user.tier}
        options={TIER_WORDS}
        onChoose={setWish}
      />
      <ConfirmDialog
        isOpen={wish !== null}
        onClose={() => setWish(null)}
        title={wish ? `Move ${user.email} to ${TIER_WORDS[wish].label}?` : ""}
        confirmLabel={wish ? `Move to ${TIER_WORDS[wish].label}` : ""}
        isPending={update.isPending}
        onConfirm={() => {
          if (!wish) return;
          const done = { onSettled: () => setWish(null) };
          update.mutate({ userId: user.id, tier: wish }, done);
        }}
      >
        {wish ? TIER_WORDS[wish].means : null} What they have made stays.
      </ConfirmDialog>
    </>
  );
}
