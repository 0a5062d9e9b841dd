"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Popover = Base.Root;
export const PopoverTrigger = Base.Trigger;
export const PopoverTitle = Base.Title;

export type PopoverContentProps = ComponentProps<typeof Base.Popup> &
  Pick<ComponentProps<typeof Base.Positioner>, "side" | "align" | "sideOffset">;

export function PopoverContent({
  side = "bottom",
  align = "start",
  sideOffset = 8,
  className,
  ...props
}: PopoverContentProps) {
  return (
    <Base.Portal>
      <Base.Positioner
        className="z-50"
        side={side}
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
      >
        <Base.Popup
          className={cn(
            "popup-motion max-h-(--available-height) max-w-(--available-width) min-w-56 overflow-y-auto rounded-md border bg-popover p-4 text-popover-foreground shadow-overlay outline-none",
            className,
          )}
          {...props}
        />
      </Base.Positioner>
    </Base.Portal>
  );
}
