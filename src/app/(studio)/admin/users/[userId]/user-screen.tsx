"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "~/components/media/relative-time";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import type { Viewer } from "~/server/accounts/schema";
import type { UserDetails } from "~/server/admin/schema";
import { api } from "~/trpc/react";
import { ActList } from "../../audit/act-list";
import { RoleMenu, TierMenu } from "../access-menus";
import { SuspendButton } from "../suspend-button";
import { UserFace } from "../user-face";
import { PermissionMatrix } from "./permission-matrix";
import { Sessions } from "./sessions";
import { Usage } from "./usage";

type Props = { initialDetails: UserDetails; viewer: Viewer };

/** One person: who they are, what they may do, what they use, what was done to them. */
export function UserScreen({ initialDetails, viewer }: Props) {
  const { user: initial } = initialDetails;
  const { data } = api.admin.users.get.useQuery(
    { userId: initial.id },
    { initialData: initialDetails },
  );
  const { user, sessions, acts } = data;
  return (
    <>
      <Link
        href="/admin/users"
        className="touch-target mb-4 inline-flex items-center gap-2 text-sm text-muted-foreground hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-4" /> People
      </Link>
      <header className="mb-6 flex flex-wrap items-center gap-4">
        <UserFace user={user} className="size-14 text-lg" />
        <div className="min-w-0 grow basis-56">
          <h1 className="flex flex-wrap items-center gap-2 text-xl font-semibold wrap-anywhere">
            {user.name ?? user.email}
            {user.id === viewer.id ? <Badge variant="outline">You</Badge> : null}
            {user.suspendedAt ? (
              <Badge variant="destructive">
                Suspended <RelativeTime iso={user.suspendedAt} />
              </Badge>
            ) : null}
          </h1>
          <p className="text-sm wrap-anywhere text-muted-foreground">
            {user.email} · joined <RelativeTime iso={user.createdAt} />
          </p>
          <p className="flex items-center gap-1 text-xs text-muted-foreground">
            <span className="min-w-0 truncate font-mono">{user.id}</span>
            <CopyButton text={user.id} label="Copy the id" />
          </p>
        </div>
        <SuspendButton user={user} viewer={viewer} />
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card className="p-5">
          <h2 className="mb-4 font-semibold">Access</h2>
          <div className="mb-5 grid grid-cols-2 gap-4">
            <div>
              <p className="mb-1 text-xs text-muted-foreground">Role</p>
              <RoleMenu user={user} viewer={viewer} />
            </div>
            <div>
              <p className="mb-1 text-xs text-muted-foreground">Tier</p>
              <TierMenu user={user} viewer={viewer} />
            </div>
          </div>
          <PermissionMatrix user={user} viewer={viewer} />
        </Card>
        <div className="grid gap-4">
          <Usage details={data} />
          <Sessions sessions={sessions} />
        </div>
        {acts ? (
          <Card className="p-5 lg:col-span-2">
            <h2 className="mb-4 font-semibold">What was done here</h2>
            {acts.length > 0 ? (
              <ActList acts={acts} />
            ) : (
              <p className="text-sm text-muted-foreground">
                Nobody has changed anything about this account yet.
              </p>
            )}
          </Card>
        ) : null}
      </div>
    </>
  );
}
