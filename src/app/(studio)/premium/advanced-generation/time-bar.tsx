import { cn } from "~/components/ui/cn";
import { totalSeconds } from "~/server/videos/schema";
import type { SceneDraft } from "./scenes-draft";

type Props = { scenes: readonly SceneDraft[]; limit: number };

/** The film as a strip: each scene as wide as it is long, and what is left of the limit. */
export function TimeBar({ scenes, limit }: Props) {
  const total = totalSeconds(scenes);
  return (
    <div>
      <div className="mb-2 flex items-baseline justify-between gap-4 text-sm">
        <h2 className="font-semibold">Storyboard</h2>
        <p role="status" className="text-muted-foreground tabular-nums">
          <span className="font-medium text-foreground">{total} s</span> of {limit} s
        </p>
      </div>
      <div
        aria-hidden
        className="flex h-12 gap-0.5 overflow-hidden rounded-sm border bg-muted p-0.5"
      >
        {scenes.map(({ id, seconds, prompt }, index) => (
          <div
            key={id}
            style={{ width: `${(100 * seconds) / limit}%` }}
            className={cn(
              "flex min-w-0 flex-col justify-center overflow-hidden rounded-[0.3rem] px-1 text-center text-xs whitespace-nowrap transition-[width] duration-200",
              prompt.trim() === ""
                ? "bg-secondary-hover text-muted-foreground"
                : "bg-primary text-primary-foreground",
            )}
          >
            <span className="font-semibold tabular-nums">{index + 1}</span>
            <span className="tabular-nums">{seconds} s</span>
          </div>
        ))}
      </div>
    </div>
  );
}
