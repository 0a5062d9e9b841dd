import Link from "next/link";
import { RelativeTime } from "~/components/media/relative-time";
import { cn } from "~/components/ui/cn";
import type { AuditView } from "~/server/admin/schema";
import { detailLines, lookOf } from "./act-words";

const TONES = {
  neutral: "bg-secondary text-secondary-foreground",
  success: "bg-success-tint text-success-ink",
  destructive: "bg-destructive-tint text-destructive-ink",
};

/** Who did what to whom, as a line through time. */
export function ActList({ acts }: { acts: readonly AuditView[] }) {
  return (
    <ol className="relative before:absolute before:inset-y-4 before:left-4 before:w-px before:bg-border">
      {acts.map((act) => {
        const { label, Icon, tone } = lookOf(act.action);
        return (
          <li key={act.id} className="relative flex gap-4 pb-5 last:pb-0">
            <span
              className={cn(
                "z-10 grid size-8 shrink-0 place-items-center rounded-full ring-4 ring-card",
                TONES[tone],
              )}
            >
              <Icon aria-hidden className="size-4" />
            </span>
            <div className="min-w-0 pt-1 text-sm">
              <p className="wrap-anywhere">
                <span className="font-medium">{act.actorEmail}</span> {label} <Subject act={act} />
              </p>
              {detailLines(act).map((line) => (
                <p key={line} className="wrap-anywhere text-muted-foreground">
                  {line}
                </p>
              ))}
              <p className="text-xs text-muted-foreground">
                <RelativeTime iso={act.createdAt} />
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Subject({ act }: { act: AuditView }) {
  if (act.subjectEmail) {
    return (
      <Link
        href={`/admin/users/${act.subjectId}`}
        className="font-medium underline-offset-4 hover:underline"
      >
        {act.subjectEmail}
      </Link>
    );
  }
  return <span className="font-mono text-xs">{act.subjectId}</span>;
}
