"use client";

import { toast } from "sonner";
import { RelativeTime } from "~/components/media/relative-time";
import { toastProblem } from "~/components/shell/problem-toast";
import { Badge } from "~/components/ui/badge";
import type { SessionView } from "~/server/accounts/schema";
import { api } from "~/trpc/react";
import { ConfirmButton } from "../confirm-button";
import { DevicePicture } from "./device-picture";

export function DeviceCard({ session }: { session: SessionView }) {
  const utils = api.useUtils();
  const name = nameOf(session);
  const revoke = api.account.revokeSession.useMutation({
    onSuccess: () => toast(`${name} is signed out.`),
    onError: toastProblem,
    onSettled: () => utils.account.sessions.invalidate(),
  });
  return (
    <li className="flex min-h-24 flex-wrap items-center gap-x-4 gap-y-3 px-4 py-4">
      <DevicePicture isMobile={session.isMobile} isCurrent={session.isCurrent} />
      <div className="min-w-0 grow basis-40">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {name}
          {session.isCurrent ? <Badge variant="primary">This device</Badge> : null}
        </p>
        <p className="mt-1 text-xs text-muted-foreground">
          Active <RelativeTime iso={session.lastActiveAt} />
          {session.place ? ` · ${session.place}` : null} · signed in{" "}
          <RelativeTime iso={session.startedAt} />
        </p>
      </div>
      {session.isCurrent ? null : (
        <ConfirmButton
          variant="outline"
          size="sm"
          name={`Sign out ${name}`}
          confirm="Yes, sign it out"
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate({ sessionId: session.id })}
        >
          Sign out
        </ConfirmButton>
      )}
    </li>
  );
}

function nameOf({ browser, device, isMobile }: SessionView): string {
  const place = device ?? (isMobile ? "a phone" : null);
  if (browser) return place ? `${browser} on ${place}` : browser;
  return place ? `A browser on ${place}` : "A browser that does not say which";
}
