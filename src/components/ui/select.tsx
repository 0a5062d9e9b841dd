"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { fieldClasses } from "./input";

export type SelectOption<Value extends string> = { value: Value; label: string };

export type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  disabled?: boolean;
  className?: string;
};

export function Select<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  disabled = false,
  className,
}: SelectProps<Value>) {
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next);
      }}
    >
      <Base.Trigger
        aria-label={label}
        className={cn(
          fieldClasses,
          "touch-target inline-flex h-10 items-center justify-between gap-2 px-3 select-none data-popup-open:bg-accent",
          className,
        )}
      >
        <Base.Value />
        <Base.Icon>
          <ChevronsUpDown aria-hidden className="size-4 text-muted-foreground" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="z-50 outline-none"
          sideOffset={6}
          collisionPadding={8}
          alignItemWithTrigger={false}
        >
          <Base.Popup className="popup-motion min-w-(--anchor-width) rounded-md border bg-popover text-popover-foreground shadow-overlay outline-none">
            <Base.List className="max-h-(--available-height) overflow-y-auto p-1">
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="touch-target flex min-h-9 cursor-default items-center justify-between gap-4 rounded-sm px-2.5 text-sm outline-none select-none data-highlighted:bg-accent"
                >
                  <Base.ItemText>{option.label}</Base.ItemText>
                  <Base.ItemIndicator>
                    <Check className="size-4 text-primary-ink" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
