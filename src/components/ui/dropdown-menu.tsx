"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const DropdownMenu = Base.Root;
export const DropdownMenuTrigger = Base.Trigger;
export const DropdownMenuRadioGroup = Base.RadioGroup;

const itemClasses = [
  "touch-target flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 text-sm outline-none select-none",
  "data-disabled:opacity-50 data-highlighted:bg-accent data-highlighted:text-accent-foreground",
  "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground",
];

export type DropdownMenuContentProps = ComponentProps<typeof Base.Popup> &
  Pick<ComponentProps<typeof Base.Positioner>, "side" | "align" | "sideOffset">;

export function DropdownMenuContent({
  side = "bottom",
  align = "end",
  sideOffset = 6,
  className,
  ...props
}: DropdownMenuContentProps) {
  return (
    <Base.Portal>
      <Base.Positioner
        className="z-50 outline-none"
        side={side}
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
      >
        <Base.Popup
          className={cn(
            "popup-motion max-h-(--available-height) min-w-48 overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-overlay outline-none",
            className,
          )}
          {...props}
        />
      </Base.Positioner>
    </Base.Portal>
  );
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Base.RadioItem>) {
  return (
    <Base.RadioItem className={cn(itemClasses, className)} {...props}>
      {children}
      <Base.RadioItemIndicator className="ml-auto">
        <Check className="text-primary-ink!" />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}

export function DropdownMenuItem({ className, ...props }: ComponentProps<typeof Base.Item>) {
  return <Base.Item className={cn(itemClasses, className)} {...props} />;
}
