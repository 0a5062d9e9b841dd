"use client";

import { Progress as Base } from "@base-ui/react/progress";
import { cn } from "./cn";

export type ProgressProps = {
  label: string;
  /** 0…100; null while nobody knows. */
  value: number | null;
  className?: string;
};

export function Progress({ label, value, className }: ProgressProps) {
  return (
    <Base.Root value={value} aria-label={label} className={cn("w-full", className)}>
      <Base.Track className="h-1 w-full overflow-hidden rounded-full bg-secondary-hover">
        <Base.Indicator className="h-full rounded-full bg-primary transition-[width] duration-320 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
