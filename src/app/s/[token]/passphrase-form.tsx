"use client";

import { LockKeyhole } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Input } from "~/components/ui/input";

type Props = {
  problem: string | null;
  isPending: boolean;
  onSubmit: (passphrase: string) => void;
};

/** Before colours that have nothing to do with the film: it shows no bit of itself. */
export function PassphraseForm({ problem, isPending, onSubmit }: Props) {
  const [passphrase, setPassphrase] = useState("");
  const [inputId, problemId] = [useId(), useId()];
  return (
    <div className="relative isolate grid flex-1 place-items-center overflow-hidden rounded-lg border p-4 sm:max-h-[78vh]">
      <div
        aria-hidden
        className="absolute -inset-24 -z-10 opacity-70 blur-3xl dark:opacity-50"
        style={{
          background:
            "radial-gradient(40% 55% at 25% 30%, oklch(0.72 0.14 290), transparent), radial-gradient(45% 50% at 75% 65%, oklch(0.78 0.11 215), transparent), radial-gradient(35% 45% at 60% 15%, oklch(0.83 0.1 40), transparent)",
        }}
      />
      <Card className="w-full max-w-sm p-6">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending && passphrase.trim()) onSubmit(passphrase);
          }}
        >
          <LockKeyhole aria-hidden className="size-6 text-muted-foreground" />
          <h1 className="mt-3 text-lg font-semibold">This video asks for a passphrase</h1>
          <label htmlFor={inputId} className="mt-4 block text-sm font-medium">
            Passphrase
          </label>
          <Input
            id={inputId}
            type="password"
            autoComplete="off"
            className="mt-1"
            maxLength={200}
            value={passphrase}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problemId}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <p id={problemId} role="alert" className="mt-2 text-sm text-destructive-ink empty:hidden">
            {problem}
          </p>
          <Button type="submit" className="mt-4 w-full" pending={isPending}>
            Watch
          </Button>
        </form>
      </Card>
    </div>
  );
}
