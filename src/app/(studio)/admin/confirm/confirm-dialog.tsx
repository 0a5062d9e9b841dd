"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";

type Props = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** What it means for the person it is done to. */
  children: ReactNode;
  confirmLabel: string;
  isDestructive?: boolean;
  isPending: boolean;
  /** Asks why first; the reason goes into the audit log. */
  asksWhy?: boolean;
  onConfirm: (reason: string) => void;
};

const MIN_REASON = 3;

/** Asks before something is done to somebody else. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  confirmLabel,
  isDestructive = false,
  isPending,
  asksWhy = false,
  onConfirm,
}: Props) {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const [reasonId, problemId] = [useId(), useId()];
  function confirm() {
    if (asksWhy && reason.trim().length < MIN_REASON) return setIsMissing(true);
    onConfirm(reason.trim());
  }
  return (
    <AlertDialog.Root
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      onOpenChangeComplete={(open) => {
        if (open) return;
        setReason("");
        setIsMissing(false);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="popup-motion fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-1/2 rounded-lg border bg-popover p-6 text-popover-foreground shadow-overlay outline-none">
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              confirm();
            }}
          >
            <AlertDialog.Title className="text-lg font-semibold text-balance wrap-anywhere">
              {title}
            </AlertDialog.Title>
            <AlertDialog.Description
              render={<div />}
              className="mt-2 text-sm text-pretty text-muted-foreground"
            >
              {children}
            </AlertDialog.Description>
            {asksWhy ? (
              <div className="mt-4">
                <label htmlFor={reasonId} className="text-sm font-medium">
                  Why?
                </label>
                <Input
                  id={reasonId}
                  className="mt-1"
                  maxLength={300}
                  value={reason}
                  aria-invalid={isMissing || undefined}
                  aria-describedby={problemId}
                  onChange={(event) => {
                    setReason(event.target.value);
                    setIsMissing(false);
                  }}
                />
                <p id={problemId} role="status" className="mt-1 text-xs text-muted-foreground">
                  {isMissing ? (
                    <span className="text-destructive-ink">Say why, in a few words.</span>
                  ) : (
                    "It stands in the audit log."
                  )}
                </p>
              </div>
            ) : null}
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <AlertDialog.Close render={<Button variant="ghost">Keep it as it is</Button>} />
              <Button
                type="submit"
                variant={isDestructive ? "destructive" : "primary"}
                pending={isPending}
              >
                {confirmLabel}
              </Button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
