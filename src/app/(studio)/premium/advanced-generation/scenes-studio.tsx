"use client";

import { Preview } from "./preview";
import { ScenesComposer, type ScenesComposerProps } from "./scenes-composer";

/** The composer with the film that came of it, live. */
export function ScenesStudio(props: Omit<ScenesComposerProps, "preview">) {
  return <ScenesComposer {...props} preview={(draft) => <Preview draft={draft} />} />;
}
