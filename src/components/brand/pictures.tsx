import { cn } from "~/components/ui/cn";

const FRAME = "fill-muted stroke-border-strong";

type PictureProps = { className?: string };

/** The middle frame fell out. */
export function MissingFrame({ className }: PictureProps) {
  return (
    <svg aria-hidden viewBox="0 0 176 92" className={cn("h-23 w-44", className)} strokeWidth="1.5">
      <rect x="2" y="8" width="52" height="56" rx="8" className={FRAME} />
      <rect
        x="62"
        y="8"
        width="52"
        height="56"
        rx="8"
        className="fill-none stroke-border-strong"
        strokeDasharray="4 4"
      />
      <rect x="122" y="8" width="52" height="56" rx="8" className={FRAME} />
      <rect
        x="70"
        y="21"
        width="52"
        height="56"
        rx="8"
        transform="rotate(12 96 49)"
        className="fill-primary-tint stroke-primary-ink"
      />
    </svg>
  );
}

/** A strip torn between two frames. */
export function BrokenStrip({ className }: PictureProps) {
  return (
    <svg aria-hidden viewBox="0 0 176 80" className={cn("h-20 w-44", className)} strokeWidth="1.5">
      <g transform="rotate(-4 46 40)">
        <path
          d="M10 12h66l-8 14 9 14-9 14 8 14H10a8 8 0 0 1-8-8V20a8 8 0 0 1 8-8Z"
          className={FRAME}
        />
      </g>
      <g transform="rotate(4 130 40)">
        <path
          d="M166 12h-66l-8 14 9 14-9 14 8 14h66a8 8 0 0 0 8-8V20a8 8 0 0 0-8-8Z"
          className="fill-primary-tint stroke-primary-ink"
        />
      </g>
    </svg>
  );
}
