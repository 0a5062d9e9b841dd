import { cn } from "~/components/ui/cn";
import type { BatchView } from "~/server/batches/schema";

const PARTS = [
  { key: "succeeded", word: "ready", bar: "bg-success" },
  { key: "running", word: "in the works", bar: "bg-primary" },
  { key: "failed", word: "failed", bar: "bg-destructive" },
  { key: "canceled", word: "canceled", bar: "bg-border-strong" },
  { key: "waiting", word: "waiting", bar: "bg-secondary-hover" },
] as const;

/** How its rows stand, as one bar; the words say the same. */
export function BatchBar({ batch, className }: { batch: BatchView; className?: string }) {
  const parts = PARTS.filter(({ key }) => batch.counts[key] > 0);
  return (
    <div className={className}>
      <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-muted">
        {parts.map(({ key, bar }) => (
          <div key={key} className={cn("min-w-0.5", bar)} style={{ flexGrow: batch.counts[key] }} />
        ))}
      </div>
      <p className="mt-2 text-xs text-muted-foreground tabular-nums">
        {parts.map(({ key, word }) => `${batch.counts[key]} ${word}`).join(" · ")}
      </p>
    </div>
  );
}
