"use client";

import { Dices, Lock, LockOpen } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";

type Props = { seed: number | undefined; onChange: (seed: number | undefined) => void };

const MAX_SEED = 0xffffffff;

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Open: each film is another one. Locked: the same scenes give the same film again. */
export function SeedLock({ seed, onChange }: Props) {
  const isLocked = seed !== undefined;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="outline"
        size="sm"
        aria-pressed={isLocked}
        onClick={() => onChange(isLocked ? undefined : randomSeed())}
      >
        {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        {isLocked ? "Seed locked" : "Seed by chance"}
      </Button>
      {isLocked ? (
        <>
          <Input
            aria-label="Seed"
            inputMode="numeric"
            value={seed}
            onChange={(event) => {
              const digits = event.target.value.replace(/\D/g, "");
              onChange(Math.min(MAX_SEED, Number(digits)));
            }}
            className="h-8 w-32 tabular-nums"
          />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Another seed"
            onClick={() => onChange(randomSeed())}
          >
            <Dices />
          </Button>
        </>
      ) : null}
    </div>
  );
}
