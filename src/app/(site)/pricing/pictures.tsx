import { cn } from "~/components/ui/cn";
import { frameSize, Quality } from "~/server/platform/generators/schema";

const keysTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A film strip with a tick for each second; the rest of the longest one is an empty outline. */
export function Length({ seconds, mostSeconds }: { seconds: number; mostSeconds: number }) {
  return (
    <div className="h-6 w-full rounded-[0.3rem] border border-dashed border-border-strong">
      <div
        className="h-full rounded-[0.3rem] bg-primary"
        style={{
          width: `${(100 * seconds) / mostSeconds}%`,
          backgroundImage:
            "linear-gradient(to right, transparent calc(100% - 1px), var(--background) 0)",
          backgroundSize: `${100 / seconds}% 100%`,
        }}
      />
    </div>
  );
}

/** All qualities as frames in one another; up to the given one they are filled. */
export function Frames({ quality }: { quality: Quality }) {
  const largest = frameSize(Quality.options.at(-1) ?? quality, "16:9");
  const { width, height } = largest;
  return (
    <svg aria-hidden viewBox={`-12 -12 ${width + 24} ${height + 24}`} className="h-full">
      {Quality.options.toReversed().map((each) => {
        const size = frameSize(each, "16:9");
        const isReached = Quality.options.indexOf(each) <= Quality.options.indexOf(quality);
        return (
          <rect
            key={each}
            x={0}
            y={height - size.height}
            width={size.width}
            height={size.height}
            rx={48}
            strokeWidth={24}
            strokeDasharray={isReached ? undefined : "60 48"}
            className={cn(
              isReached ? "fill-primary-tint stroke-primary-ink" : "fill-none stroke-border-strong",
              each === quality && "fill-primary",
            )}
          />
        );
      })}
    </svg>
  );
}

/** Lanes one below the other, a film running in each that is open. */
export function Lanes({ used, all }: { used: number; all: number }) {
  return (
    <div className="flex h-full w-full flex-col justify-center gap-1.5">
      {keysTo(all).map((lane) => (
        <div
          key={lane}
          className={cn(
            "h-3.5 rounded-full border",
            lane < used ? "bg-primary-tint" : "border-dashed border-border-strong",
          )}
        >
          {lane < used ? (
            <div
              className="h-full rounded-full bg-primary"
              style={{ width: `${70 - 18 * lane}%` }}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** @param part - 0…1 of the ring. */
export function Share({ part }: { part: number }) {
  return (
    <svg aria-hidden viewBox="0 0 64 64" fill="none" className="h-full -rotate-90">
      <circle cx="32" cy="32" r="26" strokeWidth="9" className="stroke-secondary-hover" />
      <circle
        cx="32"
        cy="32"
        r="26"
        strokeWidth="9"
        pathLength="1"
        strokeDasharray={`${part} 1`}
        className="stroke-primary"
      />
    </svg>
  );
}

export function Scenes({ used, all }: { used: number; all: number }) {
  return (
    <div className="grid w-full grid-cols-4 gap-1">
      {keysTo(all).map((scene) => (
        <div
          key={scene}
          className={cn(
            "h-7 rounded-[0.25rem] border",
            scene < used ? "border-transparent bg-primary" : "border-dashed border-border-strong",
          )}
        />
      ))}
    </div>
  );
}

const DOTS_A_ROW = 50;

/** A dot for each film; faint where a batch could have more. */
export function Rows({ used, all }: { used: number; all: number }) {
  const rows = keysTo(Math.ceil(all / DOTS_A_ROW));
  return (
    <svg aria-hidden viewBox={`0 0 ${DOTS_A_ROW * 4} ${rows.length * 3}`} className="w-full">
      {rows.map((row) => (
        <g key={row} strokeWidth="2.4" strokeLinecap="round" strokeDasharray="0.01 3.99">
          <DotLine row={row} dots={all - row * DOTS_A_ROW} className="stroke-border-strong" />
          <DotLine row={row} dots={used - row * DOTS_A_ROW} className="stroke-primary" />
        </g>
      ))}
    </svg>
  );
}

/** A dashed line of round caps: one element a row instead of one a dot. */
function DotLine({ row, dots, className }: { row: number; dots: number; className: string }) {
  const steps = Math.min(DOTS_A_ROW, dots) - 1;
  if (steps < 0) return null;
  return <path d={`M2 ${row * 3 + 1.5}h${steps * 4 + 0.01}`} className={className} />;
}

/** Waiting as a clock hand: the arc of one minute, that many times. */
export function Speed({ weight, most }: { weight: number; most: number }) {
  return (
    <div className="flex min-w-0 gap-1 sm:gap-1.5">
      {keysTo(most).map((minute) => (
        <svg key={minute} aria-hidden viewBox="0 0 32 32" fill="none" className="w-9 min-w-0">
          <circle
            cx="16"
            cy="16"
            r="13"
            strokeWidth="2.5"
            strokeDasharray={minute < weight ? undefined : "3 3"}
            className={
              minute < weight ? "fill-primary-tint stroke-primary-ink" : "stroke-border-strong"
            }
          />
          {minute < weight ? (
            <path
              d="M16 8.5V16l4.5 3"
              strokeWidth="2.5"
              strokeLinecap="round"
              className="stroke-primary-ink"
            />
          ) : null}
        </svg>
      ))}
    </div>
  );
}
