import { cn } from "~/components/ui/cn";

type Bar = {
  /** When; names the bar. */
  key: string;
  parts: { className: string; value: number }[];
};

type Props = {
  bars: readonly Bar[];
  /** The same for a screen reader. */
  summary: string;
};

/** A small picture of how much there was over time; an empty time shows as a line on the floor. */
export function Bars({ bars, summary }: Props) {
  const highest = Math.max(1, ...bars.map(({ parts }) => total(parts)));
  return (
    <div role="img" aria-label={summary} className="mt-auto flex h-14 items-end gap-0.5 pt-3">
      {bars.map(({ key, parts }) => (
        <span
          key={key}
          className="flex min-h-0.5 grow flex-col-reverse overflow-hidden rounded-t-xs bg-border"
          style={{ height: `${(total(parts) / highest) * 100}%` }}
        >
          {parts.map(({ className, value }) => (
            <span
              key={className}
              className={cn("min-h-0", className)}
              style={{ flexGrow: value }}
            />
          ))}
        </span>
      ))}
    </div>
  );
}

function total(parts: Bar["parts"]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
