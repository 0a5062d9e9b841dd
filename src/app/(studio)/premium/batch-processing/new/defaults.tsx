"use client";

import type { Entitlements } from "~/server/accounts/schema";
import type { BatchRow } from "~/server/batches/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { AspectPicker } from "../../../dashboard/composer/aspect-picker";
import { DurationPicker } from "../../../dashboard/composer/duration-picker";
import { QualityPicker } from "../../../dashboard/composer/quality-picker";
import { StylePicker } from "../../../dashboard/composer/style-picker";

/** What rows are made with that say nothing else. */
export type Defaults = Pick<BatchRow, "duration" | "quality" | "aspectRatio" | "style">;

type Props = {
  card: ModelCard;
  entitlements: Entitlements;
  value: Defaults;
  onChange: (value: Defaults) => void;
};

export function DefaultsPicker({ card, entitlements, value, onChange }: Props) {
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="mb-2 text-sm text-muted-foreground">
        For every row that says nothing else
      </legend>
      <AspectPicker
        card={card}
        value={value.aspectRatio}
        onChange={(aspectRatio) => onChange({ ...value, aspectRatio })}
      />
      <DurationPicker
        card={card}
        entitlements={entitlements}
        value={value.duration}
        onChange={(duration) => onChange({ ...value, duration })}
      />
      <QualityPicker
        card={card}
        entitlements={entitlements}
        value={value.quality}
        onChange={(quality) => onChange({ ...value, quality })}
      />
      <StylePicker
        card={card}
        value={value.style}
        onChange={(style) => onChange({ ...value, style })}
      />
    </fieldset>
  );
}
