import { Monitor, Smartphone } from "lucide-react";
import { RelativeTime } from "~/components/media/relative-time";
import { Card } from "~/components/ui/card";
import type { UserDetails } from "~/server/admin/schema";

/** Where somebody is signed in. */
export function Sessions({ sessions }: Pick<UserDetails, "sessions">) {
  return (
    <Card className="p-5">
      <h2 className="mb-4 font-semibold">Signed in on</h2>
      {sessions === null ? (
        <p role="alert" className="text-sm text-muted-foreground">
          Clerk, which knows the sessions, does not answer just now. Reload the page in a moment.
        </p>
      ) : null}
      {sessions?.length === 0 ? (
        <p className="text-sm text-muted-foreground">Nowhere at the moment.</p>
      ) : null}
      <ul className="grid gap-3">
        {sessions?.map(({ id, device, place, isMobile, lastActiveAt }) => {
          const Icon = isMobile ? Smartphone : Monitor;
          return (
            <li key={id} className="flex items-center gap-3 text-sm">
              <Icon aria-hidden className="size-5 text-muted-foreground" />
              <span className="min-w-0">
                {device}
                <span className="block text-xs text-muted-foreground">
                  {place ? `${place} · ` : null}
                  active <RelativeTime iso={lastActiveAt} />
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
