import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The look of everything that takes text: input, textarea, select trigger. */
const fieldClasses = [
  "w-full rounded-sm border border-input bg-card text-base text-foreground sm:text-sm",
  "transition-[border-color,background-color] placeholder:text-muted-foreground hover:border-border-strong",
  "disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-destructive",
  "focus-visible:outline-offset-0",
];

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={cn(fieldClasses, "touch-target h-10 px-3", className)}
      {...props}
    />
  );
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cn(fieldClasses, "block min-h-24 resize-y px-3 py-2", className)}
      {...props}
    />
  );
}
