import { cn } from "./cn";

export type ProgressRingProps = {
  /** Names the ring; null where the text beside it already says the same. */
  label: string | null;
  /** 0…100 */
  value: number;
  className?: string;
};

export function ProgressRing({ label, value, className }: ProgressRingProps) {
  const shown = Math.min(100, Math.max(0, value));
  const ring = (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" className="size-full -rotate-90">
      <circle cx="12" cy="12" r="9.5" strokeWidth="3" className="stroke-border-strong" />
      <circle
        cx="12"
        cy="12"
        r="9.5"
        strokeWidth="3"
        strokeLinecap="round"
        opacity={shown > 0 ? 1 : 0}
        pathLength="100"
        strokeDasharray="100"
        strokeDashoffset={100 - shown}
        className="stroke-primary transition-[stroke-dashoffset] duration-320"
      />
    </svg>
  );
  const box = cn("inline-flex size-5 shrink-0", className);
  if (label === null) return <span className={box}>{ring}</span>;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(shown)}
      className={box}
    >
      {ring}
    </span>
  );
}
