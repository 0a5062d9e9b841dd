"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { formatBytes } from "~/components/media/format";
import { RelativeTime } from "~/components/media/relative-time";
import { Badge } from "~/components/ui/badge";
import { type AccessProps, RoleMenu, TierMenu } from "./access-menus";
import { PermissionDots } from "./permission-dots";
import { SuspendButton } from "./suspend-button";
import { UserFace } from "./user-face";

/** Person, role, tier, rights, what they keep, what can be done: columns where there is room. */
export const COLUMNS = "lg:grid-cols-[minmax(0,1fr)_9rem_8rem_7rem_10rem_7rem]";

/** One person: a row of the table, and a card on a phone. */
export function UserRow({ user, viewer }: AccessProps) {
  return (
    <li className={`grid grid-cols-2 gap-x-4 gap-y-3 px-4 py-4 lg:items-center ${COLUMNS}`}>
      <div className="col-span-2 flex min-w-0 items-center gap-3 lg:col-span-1">
        <UserFace user={user} />
        <div className="min-w-0">
          <p className="flex items-center gap-2">
            <Link
              href={`/admin/users/${user.id}`}
              className="truncate text-sm font-medium hover:text-primary-ink"
            >
              {user.name ?? user.email}
            </Link>
            {user.id === viewer.id ? <Badge variant="outline">You</Badge> : null}
            {user.suspendedAt ? <Badge variant="destructive">Suspended</Badge> : null}
          </p>
          <p className="truncate text-xs text-muted-foreground">{user.email}</p>
        </div>
      </div>
      <Cell name="Role">
        <RoleMenu user={user} viewer={viewer} />
      </Cell>
      <Cell name="Tier">
        <TierMenu user={user} viewer={viewer} />
      </Cell>
      <Cell name="May do">
        <PermissionDots user={user} />
      </Cell>
      <Cell name="Keeps">
        <p className="text-xs text-muted-foreground tabular-nums">
          {user.videos} {user.videos === 1 ? "video" : "videos"} · {formatBytes(user.storageBytes)}
          <br />
          joined <RelativeTime iso={user.createdAt} />
        </p>
      </Cell>
      <div className="col-span-2 flex justify-end empty:hidden lg:col-span-1 lg:empty:block">
        <SuspendButton user={user} viewer={viewer} />
      </div>
    </li>
  );
}

function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs text-muted-foreground lg:sr-only">{name}</p>
      {children}
    </div>
  );
}
