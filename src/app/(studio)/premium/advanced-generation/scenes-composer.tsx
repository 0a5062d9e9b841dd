"use client";

import { Sparkles } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Input } from "~/components/ui/input";
import type { Entitlements } from "~/server/accounts/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { MAX_PROMPT_CHARACTERS, promptLength, totalSeconds } from "~/server/videos/schema";
import { AspectPicker } from "../../dashboard/composer/aspect-picker";
import { NarrationPicker } from "../../dashboard/composer/narration-picker";
import { QualityPicker } from "../../dashboard/composer/quality-picker";
import { StylePicker } from "../../dashboard/composer/style-picker";
import { useGenerate } from "../../dashboard/composer/use-generate";
import type { ScenesDraft } from "./scenes-draft";
import { SeedLock } from "./seed-lock";
import { ShotList } from "./shot-list";
import { TimeBar } from "./time-bar";
import { useScenesDraft } from "./use-scenes-draft";

export type ScenesComposerProps = {
  /** null: an example that nobody's draft is kept of. */
  viewerId: string | null;
  card: ModelCard;
  entitlements: Entitlements;
  start: Partial<ScenesDraft> | null;
  /** What stands beside the scenes for this draft. */
  preview: (draft: ScenesDraft) => ReactNode;
};

/** A film in several scenes: its storyboard, each scene's words, and what they have in common. */
export function ScenesComposer({
  viewerId,
  card,
  entitlements,
  start,
  preview,
}: ScenesComposerProps) {
  const { draft, change, isReady } = useScenesDraft(viewerId, start);
  const [isAsked, setAsked] = useState(false);
  const generate = useGenerate({
    onDone: (_, { videoId }) => {
      setAsked(false);
      change({ videoId });
    },
  });
  const limit = Math.min(card.maxDurationSeconds, entitlements.maxDurationSeconds);
  const maxScenes = Math.min(card.maxScenes ?? 1, entitlements.maxScenes);
  const { title, scenes, videoId, narration, captions, ...settings } = draft;
  const isWritten = scenes.every(
    ({ prompt }) => prompt.trim() !== "" && promptLength(prompt) <= MAX_PROMPT_CHARACTERS,
  );

  function submit() {
    setAsked(true);
    const [first] = scenes;
    if (!isWritten || !first) return;
    generate.submit({
      ...settings,
      prompt: title.trim() === "" ? first.prompt : title,
      model: card.id,
      duration: totalSeconds(scenes),
      scenes: scenes.map(({ prompt, seconds }) => ({ prompt, seconds })),
      ...(narration ? { narration } : {}),
      ...(captions ? { captions } : {}),
    });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <fieldset disabled={!isReady} className="min-w-0">
        <TimeBar scenes={scenes} limit={limit} />
        <div className="mt-4">
          <ShotList
            scenes={scenes}
            limit={limit}
            maxScenes={maxScenes}
            showsMissing={isAsked}
            onChange={change}
          />
        </div>
      </fieldset>
      <aside aria-label="The whole film" className="space-y-4 lg:sticky lg:top-20 lg:self-start">
        {preview(draft)}
        <Card className="space-y-4 p-4">
          <div>
            <label htmlFor="film-name" className="text-sm font-medium">
              Name
            </label>
            <Input
              id="film-name"
              value={title}
              maxLength={MAX_PROMPT_CHARACTERS}
              placeholder="As its first scene"
              onChange={(event) => change({ title: event.target.value })}
              className="mt-1.5"
            />
          </div>
          <div className="flex flex-wrap gap-2">
            <AspectPicker
              card={card}
              value={draft.aspectRatio}
              onChange={(aspectRatio) => change({ aspectRatio })}
            />
            <QualityPicker
              card={card}
              entitlements={entitlements}
              value={draft.quality}
              onChange={(quality) => change({ quality })}
            />
            <StylePicker card={card} value={draft.style} onChange={(style) => change({ style })} />
            <NarrationPicker card={card} value={{ narration, captions }} onChange={change} />
          </div>
          <SeedLock seed={draft.seed} onChange={(seed) => change({ seed })} />
          <Button
            type="submit"
            pending={generate.isPending}
            disabled={!isReady || generate.waitSeconds > 0}
            className="w-full"
          >
            <Sparkles aria-hidden />
            {generate.waitSeconds > 0 ? `Wait ${generate.waitSeconds} s` : "Generate"}
          </Button>
          {generate.problem ? (
            <p role="alert" className="text-sm text-destructive-ink">
              {generate.problem}
            </p>
          ) : null}
        </Card>
      </aside>
    </form>
  );
}
