"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "~/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";

type Props<Value extends string> = {
  /** What is chosen and for whom, e.g. "Role of ada@t2m.test". */
  label: string;
  value: Value;
  options: Record<Value, { label: string; means: string }>;
  onChoose: (value: Value) => void;
};

/** One of a few, in place. Choosing does nothing yet: the caller asks first. */
export function ChoiceMenu<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: Props<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={
          <Button
            variant="outline"
            size="sm"
            className="w-full justify-between"
            aria-label={`${label}: ${options[value].label}`}
          />
        }
      >
        {options[value].label}
        <ChevronDown aria-hidden className="text-muted-foreground" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-64">
        <DropdownMenuRadioGroup
          value={value}
          onValueChange={(next: Value) => (next === value ? undefined : onChoose(next))}
        >
          {values.map((option) => (
            <DropdownMenuRadioItem
              key={option}
              value={option}
              closeOnClick
              className="items-start py-2"
            >
              <span>
                <span className="block font-medium">{options[option].label}</span>
                <span className="block text-xs text-muted-foreground">{options[option].means}</span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
