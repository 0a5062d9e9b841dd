"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";

const SHOWN_MS = 2000;

export type CopyButtonProps = Omit<ButtonProps, "onClick" | "children" | "aria-label"> & {
  /** Or what gives it, asked when it is copied. */
  text: string | (() => string);
  /** What it copies, e.g. "Copy the commands". */
  label: string;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
};

export function CopyButton({
  text,
  label,
  withLabel = false,
  variant = "ghost",
  size = "icon-sm",
  ...props
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  async function copy() {
    await navigator.clipboard.writeText(typeof text === "function" ? text() : text);
    setCopied(true);
  }
  const shown = copied ? "Copied" : label;
  return (
    <Button
      variant={variant}
      size={size}
      aria-label={withLabel ? undefined : shown}
      onClick={() => void copy()}
      {...props}
    >
      {copied ? <Check className="text-success-ink" /> : <Copy />}
      {withLabel ? shown : null}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </Button>
  );
}
