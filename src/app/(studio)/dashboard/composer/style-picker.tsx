"use client";

import { Palette } from "lucide-react";
import { Segmented } from "~/components/ui/segmented";
import type { ModelCard, Style } from "~/server/platform/generators/schema";
import { Setting } from "./setting";

const NAMES: Record<Style, string> = {
  cinematic: "Cinematic",
  paper: "Paper",
  neon: "Neon",
  pastel: "Pastel",
  watercolor: "Watercolor",
  blueprint: "Blueprint",
  pixel: "Pixel",
  noir: "Noir",
  risograph: "Risograph",
  clay: "Clay",
  comic: "Comic",
  woodcut: "Woodcut",
};

type Props = { card: ModelCard; value: Style; onChange: (value: Style) => void };

/** Shows one scene in every style that the model knows; `npm run clips styles` draws the pictures. */
export function StylePicker({ card, value, onChange }: Props) {
  return (
    <Setting name="Look" icon={<Palette aria-hidden />} value={NAMES[value]}>
      <Segmented
        label="Look"
        value={value}
        onValueChange={onChange}
        className="grid w-80 max-w-full grid-cols-3 gap-2 bg-transparent p-0 sm:w-108"
        optionClassName="h-auto min-w-0 flex-col gap-1.5 overflow-hidden rounded-sm border-border bg-card p-1 pb-1.5 text-xs hover:border-primary/50 data-checked:border-primary data-checked:bg-primary-tint"
        options={card.styles.map((style) => ({
          value: style,
          name: NAMES[style],
          label: (
            <>
              <img
                src={`/styles/${style}.webp`}
                alt=""
                width={256}
                height={144}
                loading="lazy"
                decoding="async"
                className="aspect-video w-full rounded-[0.2rem] object-cover"
              />
              <span className="max-w-full truncate">{NAMES[style]}</span>
            </>
          ),
        }))}
      />
    </Setting>
  );
}
