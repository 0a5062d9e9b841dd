import { cn } from "~/components/ui/cn";

/** Lines of text that together are a play button. The same drawing is `app/icon.svg`. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={cn("size-8", className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <g fill="none" strokeWidth="2.6" strokeLinecap="round" className="stroke-white">
        <path d="M9.5 7.5h2M9.5 11.75h7M9.5 16h12.5M9.5 20.25h7M9.5 24.5h2" />
      </g>
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2.5", className)}>
      <LogoMark />
      <span className="text-base font-semibold tracking-tight">T2M</span>
    </span>
  );
}
