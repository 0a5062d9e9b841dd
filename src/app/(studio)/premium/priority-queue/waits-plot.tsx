import { Skeleton } from "~/components/ui/skeleton";
import type { Tier } from "~/server/accounts/schema";
import type { WaitsView } from "~/server/queue/schema";
import { spanWords } from "../../lanes/words";

const SIZE = { width: 240, height: 96 };
const TIERS: { tier: Tier; label: string; fill: string; dot: string }[] = [
  { tier: "free", label: "Free", fill: "fill-border-strong", dot: "bg-border-strong" },
  { tier: "premium", label: "Premium", fill: "fill-primary", dot: "bg-primary" },
];

/** The longest wait of each of the last 24 hours, by tier: two bars an hour. */
export function WaitsPlot({ waits }: { waits: WaitsView | null }) {
  if (!waits) return <Skeleton className="h-44" />;
  const all = (tier: Tier) => waits.flatMap(({ longest }) => longest[tier] ?? []);
  const top = Math.max(...all("free"), ...all("premium"), 1);
  const slot = SIZE.width / waits.length;
  return (
    <figure>
      <figcaption className="text-sm font-semibold">Longest wait, last 24 hours</figcaption>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted-foreground">
        {TIERS.map(({ tier, label, dot }) => (
          <li key={tier} className="flex items-center gap-2 tabular-nums">
            <span aria-hidden className={`size-2.5 rounded-full ${dot}`} />
            {label}: {all(tier).length > 0 ? spanWords(Math.max(...all(tier))) : "no waits"}
          </li>
        ))}
      </ul>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        aria-hidden
        className="mt-4 w-full overflow-visible"
      >
        <line x2={SIZE.width} y1={SIZE.height} y2={SIZE.height} className="stroke-border" />
        {waits.map(({ hour, longest }, index) =>
          TIERS.map(({ tier, fill }, side) => {
            const height = ((longest[tier] ?? 0) / top) * (SIZE.height - 4);
            return (
              <rect
                key={hour + tier}
                x={index * slot + 1 + side * (slot / 2 - 0.5)}
                y={SIZE.height - Math.max(height, longest[tier] === null ? 0 : 1.5)}
                width={slot / 2 - 1.5}
                height={Math.max(height, longest[tier] === null ? 0 : 1.5)}
                rx={1}
                className={fill}
              />
            );
          }),
        )}
      </svg>
      <div
        aria-hidden
        className="mt-1 flex justify-between text-xs text-muted-foreground tabular-nums"
      >
        <span>24 h ago</span>
        <span>now</span>
      </div>
    </figure>
  );
}
