"use client";

import { Segmented } from "~/components/ui/segmented";
import type { AspectRatio, ModelCard } from "~/server/platform/generators/schema";
import { Setting } from "./setting";

const SHAPES: Record<AspectRatio, { width: number; height: number; name: string }> = {
  "16:9": { width: 16, height: 9, name: "Wide" },
  "9:16": { width: 9, height: 16, name: "Tall" },
  "1:1": { width: 12, height: 12, name: "Square" },
};

type Props = { card: ModelCard; value: AspectRatio; onChange: (value: AspectRatio) => void };

export function AspectPicker({ card, value, onChange }: Props) {
  return (
    <Setting name="Shape" icon={<Shape ratio={value} scale={1} />} value={value}>
      <Segmented
        label="Shape"
        value={value}
        onValueChange={onChange}
        className="bg-transparent p-0"
        optionClassName="h-24 w-24 flex-col border-border bg-card data-checked:border-primary data-checked:bg-primary-tint"
        options={card.aspectRatios.map((ratio) => ({
          value: ratio,
          name: `${SHAPES[ratio].name}, ${ratio}`,
          label: (
            <>
              <span className="grid h-10 place-items-center">
                <Shape ratio={ratio} scale={2.4} />
              </span>
              <span className="text-xs">{SHAPES[ratio].name}</span>
            </>
          ),
        }))}
      />
    </Setting>
  );
}

function Shape({ ratio, scale }: { ratio: AspectRatio; scale: number }) {
  const { width, height } = SHAPES[ratio];
  return (
    <span
      aria-hidden
      className="rounded-[2px] border-2 border-current"
      style={{ width: width * scale, height: height * scale }}
    />
  );
}
