"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const DropdownMenu = Base.Root;
export const DropdownMenuTrigger = Base.Trigger;
export const DropdownMenuGroup = Base.Group;
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

export type DropdownMenuItemProps = ComponentProps<typeof Base.Item> & {
  variant?: "default" | "destructive";
};

export function DropdownMenuItem({
  className,
  variant = "default",
  ...props
}: DropdownMenuItemProps) {
  return (
    <Base.Item
      className={cn(
        itemClasses,
        variant === "destructive" &&
          "text-destructive-ink data-highlighted:bg-destructive-tint data-highlighted:text-destructive-ink [&_svg]:text-current",
        className,
      )}
      {...props}
    />
  );
}

/** For going somewhere: middle click and "open in new tab" work. Give it Next's Link as `render`. */
export function DropdownMenuLinkItem({
  className,
  ...props
}: ComponentProps<typeof Base.LinkItem>) {
  return <Base.LinkItem className={cn(itemClasses, className)} {...props} />;
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

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Base.GroupLabel>) {
  return (
    <Base.GroupLabel
      className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-muted-foreground", className)}
      {...props}
    />
  );
}

export function DropdownMenuSeparator({ className }: { className?: string }) {
  return <Base.Separator className={cn("my-1 h-px bg-border", className)} />;
}
