"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

export const Dialog = Base.Root;
export const DialogTrigger = Base.Trigger;
export const DialogClose = Base.Close;

export const backdropClasses =
  "fixed inset-0 z-40 bg-overlay transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0";
export const dialogClasses = [
  "popup-motion fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2",
  "max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-lg border bg-popover p-6 text-popover-foreground shadow-overlay",
];

export type DialogContentProps = ComponentProps<typeof Base.Popup> & {
  title: ReactNode;
  description?: ReactNode;
};

export function DialogContent({
  title,
  description,
  className,
  children,
  ...props
}: DialogContentProps) {
  return (
    <Base.Portal>
      <Base.Backdrop className={backdropClasses} />
      <Base.Popup className={cn(dialogClasses, className)} {...props}>
        <Base.Title className="pr-10 text-lg font-semibold">{title}</Base.Title>
        {description ? (
          <Base.Description className="mt-1 text-sm text-muted-foreground">
            {description}
          </Base.Description>
        ) : null}
        <Base.Close
          aria-label="Close"
          className="absolute top-4 right-4"
          render={<Button variant="ghost" size="icon-sm" />}
        >
          <X />
        </Base.Close>
        {children}
      </Base.Popup>
    </Base.Portal>
  );
}

/** The row of buttons that ends a dialog: the primary action last. */
export function DialogActions({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end", className)}
      {...props}
    />
  );
}
