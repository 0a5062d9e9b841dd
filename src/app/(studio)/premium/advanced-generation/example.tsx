"use client";

import { ENTITLEMENTS } from "~/server/accounts/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { FilmStrip } from "../../tiles/live-picture";
import { ScenesComposer } from "./scenes-composer";
import type { ScenesDraft } from "./scenes-draft";

const TALE: Partial<ScenesDraft> = {
  title: "The lighthouse",
  scenes: [
    { id: "a", prompt: "A lighthouse keeper climbs the stairs at dusk", seconds: 6 },
    { id: "b", prompt: "A ship struggles through a storm at night", seconds: 9 },
    { id: "c", prompt: "The ship reaches the harbour at dawn", seconds: 8 },
  ],
  quality: "1080p",
};

/** What a free member sees of the page: a film as one could be written here. */
export function Example({ card }: { card: ModelCard }) {
  return (
    <ScenesComposer
      viewerId={null}
      card={card}
      entitlements={ENTITLEMENTS.premium}
      start={TALE}
      preview={() => (
        <div className="grid aspect-video place-items-center rounded-md border bg-muted">
          <FilmStrip isMoving={false} />
        </div>
      )}
    />
  );
}
