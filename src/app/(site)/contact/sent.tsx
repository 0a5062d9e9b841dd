"use client";

import { useEffect, useRef } from "react";
import { Button } from "~/components/ui/button";

type Props = { email: string; onAnother: () => void };

/** In the form's place once the message is kept: a tick that draws itself. */
export function Sent({ email, onAnother }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone with the form.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex min-h-96 flex-col items-center justify-center rounded-lg border bg-card p-8 text-center">
      <svg aria-hidden viewBox="0 0 96 96" fill="none" className="size-24 text-success-ink">
        <circle
          cx="48"
          cy="48"
          r="42"
          pathLength="1"
          strokeWidth="4"
          stroke="currentColor"
          className="animate-[draw_600ms_var(--ease-out)_both] [stroke-dasharray:1]"
        />
        <path
          d="m30 49 13 13 24-27"
          pathLength="1"
          strokeWidth="5"
          strokeLinecap="round"
          strokeLinejoin="round"
          stroke="currentColor"
          className="animate-[draw_350ms_var(--ease-out)_450ms_both] [stroke-dasharray:1]"
        />
      </svg>
      <h2 ref={heading} tabIndex={-1} className="mt-6 text-lg font-semibold outline-none">
        Your message is there
      </h2>
      <p className="mt-2 max-w-80 text-sm text-pretty text-muted-foreground">
        An answer will come to <strong className="font-medium text-foreground">{email}</strong>.
      </p>
      <Button variant="outline" onClick={onAnother} className="mt-6">
        Write another one
      </Button>
    </div>
  );
}
