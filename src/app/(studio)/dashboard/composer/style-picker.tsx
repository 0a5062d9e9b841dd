"use client";

import { Palette } from "lucide-react";
import { Segmented } from "~/components/ui/segmented";
import type { ModelCard, Style } from "~/server/platform/generators/schema";
import { Setting } from "./setting";

const LOOKS: Record<Style, { name: string; colours: [string, string, string] }> = {
  cinematic: { name: "Cinematic", colours: ["#1d2b4f", "#e08a4c", "#f6d7a7"] },
  paper: { name: "Paper", colours: ["#f3e9d7", "#d96c4f", "#5b7f6b"] },
  neon: { name: "Neon", colours: ["#120a2a", "#ff2e97", "#22e0ff"] },
  pastel: { name: "Pastel", colours: ["#fbe4ec", "#cfe6f7", "#d9f0d3"] },
};

type Props = { card: ModelCard; value: Style; onChange: (value: Style) => void };

export function StylePicker({ card, value, onChange }: Props) {
  return (
    <Setting name="Look" icon={<Palette aria-hidden />} value={LOOKS[value].name}>
      <Segmented
        label="Look"
        value={value}
        onValueChange={onChange}
        className="grid grid-cols-2 bg-transparent p-0"
        optionClassName="h-24 w-32 flex-col border-border bg-card data-checked:border-primary data-checked:bg-primary-tint"
        options={card.styles.map((style) => ({
          value: style,
          name: LOOKS[style].name,
          label: (
            <>
              <Swatch colours={LOOKS[style].colours} />
              <span className="text-xs">{LOOKS[style].name}</span>
            </>
          ),
        }))}
      />
    </Setting>
  );
}

function Swatch({ colours: [sky, sun, land] }: { colours: [string, string, string] }) {
  return (
    <svg viewBox="0 0 80 45" aria-hidden className="!h-11 !w-20 rounded-[4px]">
      <rect width="80" height="45" fill={sky} />
      <circle cx="54" cy="22" r="10" fill={sun} />
      <path d="M0 34 Q20 24 40 33 T80 30 V45 H0Z" fill={land} />
    </svg>
  );
}
