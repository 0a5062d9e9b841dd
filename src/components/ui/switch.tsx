"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

export type SwitchProps = {
  label: ReactNode;
  note?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** On or off, with effect at once. */
export function Switch({ label, note, checked, onCheckedChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {note ? (
          <p
            id={`${id}-note`}
            className="mt-1 max-w-prose text-sm text-pretty text-muted-foreground"
          >
            {note}
          </p>
        ) : null}
      </div>
      <Base.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        aria-describedby={note ? `${id}-note` : undefined}
        className="relative flex h-6 w-10 shrink-0 cursor-pointer rounded-full border border-input bg-secondary-hover p-0.5 transition-colors before:absolute before:-inset-2.5 data-checked:border-primary data-checked:bg-primary data-disabled:opacity-50"
      >
        <Base.Thumb className="aspect-square h-full rounded-full bg-card transition-[translate] data-checked:translate-x-4 data-checked:bg-primary-foreground" />
      </Base.Root>
    </div>
  );
}
