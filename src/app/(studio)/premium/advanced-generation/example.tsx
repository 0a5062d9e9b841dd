"use client";

import { type Clip, clipSources, WALL } from "~/app/(site)/clips";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { ScenesComposer } from "./scenes-composer";

/** Films of ours, as the scenes of one. */
const SCENES: readonly Clip[] = ["boat", "whale", "train"].flatMap((id) =>
  WALL.flat().filter((clip) => clip.id === id),
);

const TALE = {
  title: "A journey by night",
  scenes: SCENES.map(({ id, prompt }, place) => ({ id, prompt, seconds: 7 + place })),
  quality: "1080p" as const,
};

/** What a free member sees of the page: a film as one could be written here. */
export function Example({ card }: { card: ModelCard }) {
  const [first] = SCENES;
  return (
    <ScenesComposer
      viewerId={null}
      card={card}
      entitlements={ENTITLEMENTS.premium}
      start={TALE}
      preview={() =>
        first ? (
          <img
            src={clipSources(first).poster}
            alt=""
            className="aspect-video w-full rounded-md border object-cover"
          />
        ) : null
      }
    />
  );
}
