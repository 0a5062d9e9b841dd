"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { ProgressRing } from "~/components/ui/progress-ring";
import { SESSION_LIMITS } from "~/server/accounts/schema";

type Props = {
  /** Milliseconds since 1970. */
  endsAt: number;
  onStay: () => void;
  onSignOut: () => void;
};

const LAST_CALL_SECONDS = 15;

/** "Still there?", with the time that is left as a ring that shrinks. Escape means yes. */
export function WarningDialog({ endsAt, onStay, onSignOut }: Props) {
  const secondsLeft = useSecondsUntil(endsAt);
  const [secondsAtFirst] = useState(secondsLeft);
  const stayButton = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onStay()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-60 bg-overlay transition-opacity duration-200 data-starting-style:opacity-0" />
        <AlertDialog.Popup
          initialFocus={stayButton}
          className="popup-motion fixed top-1/2 left-1/2 z-60 flex w-[min(24rem,calc(100vw-2rem))] -translate-1/2 flex-col items-center rounded-lg border bg-popover p-6 text-center text-popover-foreground shadow-overlay outline-none sm:p-8"
        >
          <Countdown secondsLeft={secondsLeft} />
          <AlertDialog.Title className="mt-5 text-lg font-semibold">Still there?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-pretty text-muted-foreground">
            Nobody has touched T2M for almost {SESSION_LIMITS.idleSeconds / 60} minutes. You are
            signed out when the ring is empty. Your draft is safe, and videos go on being made.
          </AlertDialog.Description>
          <div className="mt-6 flex w-full flex-col gap-2">
            <Button ref={stayButton} size="lg" onClick={onStay}>
              Stay signed in
            </Button>
            <Button variant="ghost" onClick={onSignOut}>
              Sign out now
            </Button>
          </div>
          <p role="status" className="sr-only">
            You are signed out in {secondsAtFirst} seconds.
          </p>
          <p role="alert" className="sr-only">
            {secondsLeft <= LAST_CALL_SECONDS
              ? `You are signed out in ${LAST_CALL_SECONDS} seconds.`
              : null}
          </p>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function Countdown({ secondsLeft }: { secondsLeft: number }) {
  return (
    <div aria-hidden className="relative size-24">
      <ProgressRing
        label={null}
        value={(secondsLeft / SESSION_LIMITS.warningSeconds) * 100}
        className="size-full [&_circle]:stroke-2"
      />
      <span className="absolute inset-0 flex items-center justify-center text-2xl font-semibold tabular-nums">
        {secondsLeft}
      </span>
    </div>
  );
}

function useSecondsUntil(endsAt: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}
