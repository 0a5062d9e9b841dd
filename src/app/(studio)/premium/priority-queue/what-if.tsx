import { Card } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import type { Tier } from "~/server/accounts/schema";
import type { LineView } from "~/server/queue/schema";
import { spanWords } from "../../lanes/words";

const ROWS: { tier: Tier; label: string }[] = [
  { tier: "free", label: "Free" },
  { tier: "premium", label: "Premium" },
];

/** How long a video asked for now would wait in each tier, as two bars. */
export function WhatIf({ views }: { views: Record<Tier, LineView> }) {
  const seconds = (tier: Tier) => views[tier].next.startsInSeconds;
  const longest = Math.max(1, seconds("free") ?? 0, seconds("premium") ?? 0);
  return (
    <Card className="p-4 sm:p-5">
      <h2 className="text-sm font-semibold">A video you asked for now</h2>
      <dl className="mt-4 space-y-4">
        {ROWS.map(({ tier, label }) => {
          const wait = seconds(tier);
          const { position } = views[tier].next;
          return (
            <div key={tier}>
              <dt className="text-sm text-muted-foreground">{label}</dt>
              <dd>
                <p className="text-lg font-semibold tabular-nums">
                  {wait === null
                    ? place(position)
                    : wait < 3
                      ? "Starts at once"
                      : `≈ ${spanWords(wait)}`}
                </p>
                {wait === null ? null : (
                  <>
                    <div
                      aria-hidden
                      className="mt-1.5 h-2 overflow-hidden rounded-full bg-secondary"
                    >
                      <div
                        className={cn(
                          "h-full min-w-2 rounded-full transition-[width] duration-320",
                          tier === "premium" ? "bg-primary" : "bg-border-strong",
                        )}
                        style={{ width: `${(100 * wait) / longest}%` }}
                      />
                    </div>
                    <p className="mt-1 text-xs text-muted-foreground tabular-nums">
                      {place(position)}
                    </p>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

function place(position: number): string {
  if (position === 0) return "next in line";
  return position === 1 ? "one video before it" : `${position} videos before it`;
}
