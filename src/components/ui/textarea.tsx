import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldClasses } from "./input";

/** Grows with its text where the browser can (`field-sizing`); cap it with a max height. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cn(fieldClasses, "field-sizing-content min-h-20 resize-none px-3 py-2", className)}
      {...props}
    />
  );
}
