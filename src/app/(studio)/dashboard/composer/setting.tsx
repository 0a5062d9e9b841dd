"use client";

import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Popover, PopoverContent, PopoverTitle, PopoverTrigger } from "~/components/ui/popover";

export type SettingProps = {
  /** What is chosen here, e.g. "Shape". */
  name: string;
  /** The choice as drawn on the chip. */
  icon: ReactNode;
  value: string;
  children: ReactNode;
};

/** A chip of the composer that opens its picker. */
export function Setting({ name, icon, value, children }: SettingProps) {
  return (
    <Popover>
      <PopoverTrigger
        render={<Button variant="outline" size="sm" aria-label={`${name}: ${value}`} />}
      >
        {icon}
        <span className="tabular-nums">{value}</span>
      </PopoverTrigger>
      <PopoverContent>
        <PopoverTitle className="mb-3 text-sm font-medium">{name}</PopoverTitle>
        {children}
      </PopoverContent>
    </Popover>
  );
}
