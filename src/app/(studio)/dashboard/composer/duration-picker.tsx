"use client";

import { Clock } from "lucide-react";
import { Slider } from "~/components/ui/slider";
import type { Entitlements } from "~/server/accounts/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { Setting } from "./setting";

type Props = {
  card: ModelCard;
  entitlements: Entitlements;
  value: number;
  onChange: (seconds: number) => void;
};

export function DurationPicker({ card, entitlements, value, onChange }: Props) {
  const max = Math.min(card.maxDurationSeconds, entitlements.maxDurationSeconds);
  return (
    <Setting name="Length" icon={<Clock aria-hidden />} value={`${value} s`}>
      <div className="w-64">
        <p className="text-center text-xl font-semibold tabular-nums">{value} s</p>
        <Slider
          label="Length"
          value={value}
          onValueChange={onChange}
          min={card.minDurationSeconds}
          max={max}
          valueText={(seconds) => `${seconds} seconds`}
        />
        <div
          aria-hidden
          className="flex justify-between text-xs text-muted-foreground tabular-nums"
        >
          <span>{card.minDurationSeconds} s</span>
          <span>{max} s</span>
        </div>
      </div>
    </Setting>
  );
}
