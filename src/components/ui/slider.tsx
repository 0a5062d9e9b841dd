"use client";

import { Slider as Base } from "@base-ui/react/slider";
import { cn } from "./cn";

export type SliderProps = {
  label: string;
  value: number;
  onValueChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** How a screen reader says the value, e.g. "10 seconds". */
  valueText?: (value: number) => string;
  disabled?: boolean;
  className?: string;
};

export function Slider({
  label,
  value,
  onValueChange,
  min,
  max,
  step = 1,
  valueText,
  disabled = false,
  className,
}: SliderProps) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onValueChange(next)}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      className={cn("w-full", className)}
    >
      <Base.Control className="flex h-11 w-full touch-none items-center select-none">
        <Base.Track className="h-1.5 w-full rounded-full bg-secondary-hover select-none">
          <Base.Indicator className="rounded-full bg-primary select-none" />
          <Base.Thumb
            getAriaLabel={() => label}
            {...(valueText ? { getAriaValueText: (_: string, now: number) => valueText(now) } : {})}
            className="size-5 rounded-full border-2 border-primary bg-card transition-[scale] select-none hover:scale-110 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
