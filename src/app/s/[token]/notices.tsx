import { MissingFrame } from "~/components/brand/pictures";
import { EmptyState } from "~/components/ui/empty-state";

/** Says nothing about whether there ever was something. */
export function NothingHere() {
  return (
    <EmptyState
      className="my-auto"
      picture={<MissingFrame />}
      heading="h1"
      title="There is nothing behind this link"
    >
      It may be incomplete, or somebody has taken it back. Ask whoever sent it to you.
    </EmptyState>
  );
}

/** @param endedAt - ISO 8601 */
export function LinkEnded({ endedAt }: { endedAt: string }) {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return (
    <EmptyState
      className="my-auto"
      picture={<MissingFrame />}
      heading="h1"
      title={`This link ended on ${day.format(new Date(endedAt))}`}
    >
      The video itself is safe. Ask whoever sent you the link for a new one.
    </EmptyState>
  );
}

export function LinkUsedUp() {
  return (
    <EmptyState
      className="my-auto"
      picture={<MissingFrame />}
      heading="h1"
      title="This link has been watched as often as it may be"
    >
      The video itself is safe. Ask whoever sent you the link for a new one.
    </EmptyState>
  );
}
