"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Tabs = Base.Root;

/** A segmented row; the raised piece slides under the chosen tab. */
export function TabsList({ className, children, ...props }: ComponentProps<typeof Base.List>) {
  return (
    <Base.List
      className={cn("relative z-0 inline-flex w-fit gap-1 rounded-sm bg-secondary p-1", className)}
      {...props}
    >
      {children}
      <Base.Indicator className="absolute top-0 left-0 -z-1 h-(--active-tab-height) w-(--active-tab-width) translate-x-(--active-tab-left) translate-y-(--active-tab-top) rounded-[0.3rem] border bg-card transition-[translate,width] duration-200" />
    </Base.List>
  );
}

export function Tab({ className, ...props }: ComponentProps<typeof Base.Tab>) {
  return (
    <Base.Tab
      className={cn(
        "touch-target inline-flex h-8 items-center justify-center gap-2 rounded-[0.3rem] px-3 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors select-none hover:text-foreground data-active:text-foreground [&_svg]:size-4",
        className,
      )}
      {...props}
    />
  );
}

export function TabsPanel({ className, ...props }: ComponentProps<typeof Base.Panel>) {
  return <Base.Panel className={cn("outline-offset-4", className)} {...props} />;
}
