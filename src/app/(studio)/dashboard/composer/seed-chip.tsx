"use client";

import { Dices, X } from "lucide-react";
import { Button } from "~/components/ui/button";

type Props = { seed: number; onRemove: () => void };

/** A recipe is made again with its own seed: the same film. Without it, chance makes another one. */
export function SeedChip({ seed, onRemove }: Props) {
  return (
    <Button
      variant="outline"
      size="sm"
      aria-label={`Seed ${seed}: the same film again. Remove it for another one`}
      title="The same film again. Remove the seed for another one."
      onClick={onRemove}
    >
      <Dices aria-hidden />
      <span className="tabular-nums">{seed}</span>
      <X aria-hidden />
    </Button>
  );
}
