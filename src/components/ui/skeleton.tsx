import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Give it the final geometry of what it stands for; the region around it says "Loading" once. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      aria-hidden
      className={cn("animate-pulse rounded-sm bg-secondary motion-reduce:animate-none", className)}
      {...props}
    />
  );
}
