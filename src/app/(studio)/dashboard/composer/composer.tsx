"use client";

import { Sparkles } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Button } from "~/components/ui/button";
import { Kbd } from "~/components/ui/kbd";
import type { Entitlements } from "~/server/accounts/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { MAX_PROMPT_CHARACTERS, promptLength } from "~/server/videos/schema";
import { AspectPicker } from "./aspect-picker";
import { type Draft, toWish } from "./draft";
import { DurationPicker } from "./duration-picker";
import { NarrationPicker } from "./narration-picker";
import { PicturesPicker } from "./pictures-picker";
import { QualityPicker } from "./quality-picker";
import { SeedChip } from "./seed-chip";
import { StylePicker } from "./style-picker";
import { useDraft } from "./use-draft";
import { useGenerate } from "./use-generate";

export type ComposerProps = {
  viewerId: string;
  models: readonly ModelCard[];
  entitlements: Entitlements;
  /** A recipe to make again, or an idea; null goes on with the draft. */
  start: Partial<Draft> | null;
  /** What the viewer wants videos to begin with. */
  preferred: Partial<Draft> | null;
};

/** Where a video begins: what it shows, its shape, its length, its look. */
export function Composer({ viewerId, models, entitlements, start, preferred }: ComposerProps) {
  const [draft, change] = useDraft(viewerId, { preferred, start });
  const field = useRef<HTMLTextAreaElement>(null);
  // What was typed before this page's code had come counts.
  useEffect(() => {
    const { value = "", defaultValue = "" } = field.current ?? {};
    if (value !== defaultValue) change({ prompt: value });
  }, [change]);
  const generate = useGenerate({
    // Whatever was typed meanwhile is the next one and stays.
    onDone: (prompt) =>
      change((now) =>
        now.prompt === prompt ? { prompt: "", seed: undefined, pictures: undefined } : {},
      ),
  });
  const id = useId();
  const card = models.find((model) => model.id === draft.model) ?? models[0];
  const length = promptLength(draft.prompt);
  const isTooLong = length > MAX_PROMPT_CHARACTERS;
  const problem = isTooLong
    ? `${(length - MAX_PROMPT_CHARACTERS).toLocaleString("en")} characters too many.`
    : generate.problem;

  function submit() {
    if (draft.prompt.trim() === "") return field.current?.focus();
    if (isTooLong) return;
    generate.submit(toWish(draft));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="rounded-lg border bg-card p-2 transition-colors focus-within:border-border-strong"
    >
      <textarea
        ref={field}
        value={draft.prompt}
        rows={3}
        aria-label="What should we make?"
        aria-describedby={`${id}-note`}
        aria-invalid={problem !== null}
        placeholder="A paper boat sails across a calm lake at sunset"
        onChange={(event) => change({ prompt: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit();
        }}
        className="field-sizing-content max-h-72 min-h-24 w-full resize-none bg-transparent px-3 py-2 text-base outline-none placeholder:text-muted-foreground sm:text-lg"
      />
      <div className="flex flex-wrap items-center gap-2 p-1">
        {card ? (
          <>
            <AspectPicker
              card={card}
              value={draft.aspectRatio}
              onChange={(aspectRatio) => change({ aspectRatio })}
            />
            <DurationPicker
              card={card}
              entitlements={entitlements}
              value={draft.duration}
              onChange={(duration) => change({ duration })}
            />
            <QualityPicker
              card={card}
              entitlements={entitlements}
              value={draft.quality}
              onChange={(quality) => change({ quality })}
            />
            <StylePicker card={card} value={draft.style} onChange={(style) => change({ style })} />
            <NarrationPicker
              card={card}
              value={{ narration: draft.narration, captions: draft.captions }}
              onChange={change}
            />
            <PicturesPicker
              card={card}
              value={draft.pictures ?? []}
              onChange={(pictures) => change({ pictures })}
            />
            {draft.seed === undefined ? null : (
              <SeedChip seed={draft.seed} onRemove={() => change({ seed: undefined })} />
            )}
          </>
        ) : null}
        <span className="grow" />
        <Button
          type="submit"
          pending={generate.isPending}
          disabled={generate.waitSeconds > 0}
          className="w-full sm:w-auto"
        >
          <Sparkles aria-hidden />
          {generate.waitSeconds > 0 ? `Wait ${generate.waitSeconds} s` : "Generate"}
          <Kbd className="hidden bg-transparent text-current sm:inline-flex">Ctrl ↵</Kbd>
        </Button>
      </div>
      <p
        id={`${id}-note`}
        role={problem ? "alert" : undefined}
        className={problem ? "px-3 pt-1 pb-2 text-sm text-destructive-ink" : "sr-only"}
      >
        {problem ?? "Press Control and Enter to generate."}
      </p>
    </form>
  );
}
