"use client";

import { Check } from "lucide-react";
import { cn } from "~/components/ui/cn";

type Props = {
  label: string;
  isChecked: boolean;
  /** @param isRange - with the shift key: everything from the last one to this one. */
  onChoose: (isRange: boolean) => void;
  className?: string;
};

/** Chooses a file; with shift, a row of them. */
export function SelectBox({ label, isChecked, onChoose, className }: Props) {
  return (
    <label className={cn("grid size-9 cursor-pointer place-items-center", className)}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        // A change does not say which keys were held.
        onClick={(event) => onChoose(event.shiftKey)}
        onChange={() => undefined}
        className="peer col-start-1 row-start-1 size-5 cursor-pointer appearance-none rounded-[0.35rem] border border-border-strong bg-card transition-colors checked:border-primary checked:bg-primary"
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none col-start-1 row-start-1 hidden size-3.5 text-primary-foreground peer-checked:block"
      />
    </label>
  );
}
