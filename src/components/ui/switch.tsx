"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Switch({ className, ...props }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      className={cn(
        "relative inline-flex h-6 w-10 shrink-0 cursor-pointer items-center rounded-full bg-border-strong p-0.5 transition-colors after:absolute after:-inset-2.5 data-checked:bg-primary data-disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <Base.Thumb className="size-5 rounded-full bg-white transition-[translate] data-checked:translate-x-4" />
    </Base.Root>
  );
}
