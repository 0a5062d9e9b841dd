"use client";

import { Grid2x2 } from "lucide-react";
import { Segmented } from "~/components/ui/segmented";
import type { Entitlements } from "~/server/accounts/schema";
import { type ModelCard, Quality } from "~/server/platform/generators/schema";
import { Setting } from "./setting";

/** How many dots across stand for the detail of each. */
const DETAIL: Record<Quality, number> = { "480p": 4, "720p": 6, "1080p": 9 };

type Props = {
  card: ModelCard;
  entitlements: Entitlements;
  value: Quality;
  onChange: (value: Quality) => void;
};

export function QualityPicker({ card, entitlements, value, onChange }: Props) {
  const order = Quality.options;
  const best = order.indexOf(entitlements.maxQuality);
  return (
    <Setting name="Quality" icon={<Grid2x2 aria-hidden />} value={value}>
      <Segmented
        label="Quality"
        value={value}
        onValueChange={onChange}
        className="bg-transparent p-0"
        optionClassName="h-24 w-24 flex-col border-border bg-card data-checked:border-primary data-checked:bg-primary-tint"
        options={card.qualities.map((quality) => ({
          value: quality,
          name: order.indexOf(quality) > best ? `${quality}, for premium members` : quality,
          disabled: order.indexOf(quality) > best,
          label: (
            <>
              <Dots across={DETAIL[quality]} />
              <span className="text-xs">{order.indexOf(quality) > best ? "Premium" : quality}</span>
            </>
          ),
        }))}
      />
    </Setting>
  );
}

function Dots({ across }: { across: number }) {
  const step = 40 / across;
  const cells = Array.from({ length: across * across }, (_, cell) => cell);
  return (
    <svg viewBox="0 0 40 40" aria-hidden className="!size-10">
      {cells.map((cell) => {
        const column = cell % across;
        const row = Math.floor(cell / across);
        const isLit = Math.hypot(column + 0.5 - across / 2, row + 0.5 - across / 2) < across / 2.2;
        return (
          <rect
            key={cell}
            x={column * step + 0.4}
            y={row * step + 0.4}
            width={step - 0.8}
            height={step - 0.8}
            fill="currentColor"
            opacity={isLit ? 0.9 : 0.15}
          />
        );
      })}
    </svg>
  );
}
