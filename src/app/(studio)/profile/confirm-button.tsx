"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "~/components/ui/button";

export type ConfirmButtonProps = Pick<ButtonProps, "variant" | "size" | "pending"> & {
  children: ReactNode;
  /** What a screen reader says where the words on it are short. */
  name?: string;
  /** The button that does it, e.g. "Yes, sign it out". */
  confirm: string;
  onConfirm: () => void;
};

/** For what cannot be undone: asks once more where it stands, so that no dialog covers what is meant. */
export function ConfirmButton({
  children,
  name,
  confirm,
  onConfirm,
  pending = false,
  ...look
}: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button {...look} aria-label={name} pending={pending} onClick={() => setAsking(true)}>
        {children}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a second way to the button beside.
    <span
      className="inline-flex flex-wrap gap-2"
      onKeyDown={(event) => event.key === "Escape" && setAsking(false)}
    >
      <Button
        variant="destructive"
        size={look.size}
        autoFocus
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </Button>
      <Button variant="ghost" size={look.size} onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  );
}
