import { cn } from "~/components/ui/cn";

type Props = { running: number; waiting: number; slots: number };

/** One lane for each video that may be made at the same time. */
export function Slots({ running, waiting, slots }: Props) {
  const lanes = Array.from({ length: Math.max(slots, running) }, (_, lane) => lane);
  return (
    <>
      <div aria-hidden className="flex max-w-120 gap-2">
        {lanes.map((lane) => (
          <span
            key={lane}
            className={cn(
              "h-3 flex-1 rounded-full border",
              lane < running ? "border-primary bg-primary" : "bg-muted",
            )}
          />
        ))}
      </div>
      <p className="mt-3 text-sm text-muted-foreground tabular-nums">
        {running} of {slots} in the making
        {waiting > 0 ? ` · ${waiting.toLocaleString("en")} waiting` : null}
      </p>
    </>
  );
}
