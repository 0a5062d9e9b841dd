import { cn } from "~/components/ui/cn";

type Props = { isMobile: boolean; isCurrent: boolean };

/** A laptop or a phone; the one in front of you is lit. */
export function DevicePicture({ isMobile, isCurrent }: Props) {
  const screen = isCurrent
    ? "fill-primary-tint stroke-primary-ink"
    : "fill-muted stroke-border-strong";
  return (
    <svg aria-hidden viewBox="0 0 80 56" strokeWidth="1.5" className="h-14 w-20 shrink-0">
      {isMobile ? (
        <>
          <rect x="26" y="2" width="28" height="52" rx="6" className={screen} />
          <path d="M36 48h8" strokeLinecap="round" className={cn(screen, "fill-none")} />
        </>
      ) : (
        <>
          <rect x="12" y="4" width="56" height="38" rx="5" className={screen} />
          <path
            d="M4 46h72a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6Z"
            className={
              isCurrent ? "fill-card stroke-primary-ink" : "fill-card stroke-border-strong"
            }
          />
        </>
      )}
    </svg>
  );
}
