"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type SegmentedOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  /** What a screen reader says when the label is a picture. */
  name?: string;
  disabled?: boolean;
};

export type SegmentedProps<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SegmentedOption<Value>[];
  className?: string;
  optionClassName?: string;
};

/** One of a few, all visible. Arrow keys move the choice, as in any radio group. */
export function Segmented<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
  optionClassName,
}: SegmentedProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className={cn("inline-flex w-fit gap-1 rounded-sm bg-secondary p-1", className)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          aria-label={option.name}
          disabled={option.disabled ?? false}
          className={cn(
            "touch-target inline-flex h-8 cursor-pointer items-center justify-center gap-2 rounded-[0.3rem] border border-transparent px-3 text-sm font-medium text-muted-foreground transition-colors select-none",
            "hover:text-foreground data-checked:border-border data-checked:bg-card data-checked:text-foreground data-disabled:pointer-events-none data-disabled:opacity-50 [&_svg]:size-4",
            optionClassName,
          )}
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
