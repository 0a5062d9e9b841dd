import { Skeleton } from "~/components/ui/skeleton";

/** Percent of the height; no two neighbours alike. */
const BARS = [38, 62, 45, 80, 57, 92, 70, 48, 84, 60, 35, 74];

/** Stands for a chart of any kind: the axes' place and something rising between them. */
export function PlotSkeleton() {
  return (
    <div className="flex h-full items-end gap-2 border-b border-l pt-2 pl-3 sm:gap-3">
      {BARS.map((percent) => (
        <Skeleton
          key={percent}
          className="flex-1 rounded-b-none"
          style={{ height: `${percent}%` }}
        />
      ))}
    </div>
  );
}
