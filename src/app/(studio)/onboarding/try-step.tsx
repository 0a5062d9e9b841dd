"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { ClipPicture } from "~/app/(site)/clip-picture";
import type { Clip } from "~/app/(site)/clips";
import { LoopingClips } from "~/components/media/looping-clips";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import type { ModelCard } from "~/server/platform/generators/schema";
import { MAX_PROMPT_CHARACTERS, promptLength } from "~/server/videos/schema";
import { AspectPicker } from "../dashboard/composer/aspect-picker";
import { NEW_DRAFT, toWish } from "../dashboard/composer/draft";
import { StylePicker } from "../dashboard/composer/style-picker";
import { useGenerate } from "../dashboard/composer/use-generate";
import { stepPath } from "./step";
import { useKeptText } from "./use-kept-text";
import { useWelcome } from "./use-welcome";

/** Short and small, so that the first film is there within moments. */
const QUICK = { duration: 5, quality: "480p" } as const;

const ASPECTS = { "16:9": "aspect-video", "1:1": "aspect-square", "9:16": "aspect-9/16" } as const;

type Props = {
  viewerId: string;
  /** null to begin with an empty page. */
  idea: Clip | null;
  card: ModelCard | null;
};

/** The composer's core: the words, the shape, the look, and go. */
export function TryStep({ viewerId, idea, card }: Props) {
  const id = useId();
  const router = useRouter();
  const { save } = useWelcome();
  const text = useKeptText(`t2m-welcome:${viewerId}:${idea?.id ?? "own"}`);
  const [look, setLook] = useState({
    style: idea?.style ?? NEW_DRAFT.style,
    aspectRatio: idea?.aspectRatio ?? NEW_DRAFT.aspectRatio,
  });
  const [mistake, setMistake] = useState<string | null>(null);
  const generate = useGenerate({
    onDone() {
      save(2);
      router.push(stepPath(3));
    },
  });
  const problem = mistake ?? generate.problem;

  function submit() {
    const prompt = text.field.current?.value ?? "";
    const excess = promptLength(prompt) - MAX_PROMPT_CHARACTERS;
    if (prompt.trim() === "") {
      setMistake("Write a sentence first: who or what is there, and what does it do?");
      return text.field.current?.focus();
    }
    if (excess > 0) return setMistake(`${excess.toLocaleString("en")} characters too many.`);
    setMistake(null);
    generate.submit({ ...toWish(NEW_DRAFT), ...QUICK, ...look, prompt });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="mx-auto w-full max-w-2xl"
    >
      {idea ? (
        <LoopingClips
          className={cn(
            "relative mx-auto mb-6 h-48 overflow-hidden rounded-md border md:h-72",
            ASPECTS[idea.aspectRatio],
          )}
        >
          <ClipPicture clip={idea} />
        </LoopingClips>
      ) : null}
      <div className="rounded-lg border bg-card p-2 transition-colors focus-within:border-border-strong">
        <textarea
          ref={text.field}
          defaultValue={idea?.prompt ?? ""}
          rows={3}
          aria-label="What should we make?"
          aria-describedby={`${id}-note`}
          aria-invalid={problem !== null}
          placeholder="A paper boat sails across a calm lake at sunset"
          onChange={() => {
            text.keep();
            setMistake(null);
          }}
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
                value={look.aspectRatio}
                onChange={(aspectRatio) => setLook({ ...look, aspectRatio })}
              />
              <StylePicker
                card={card}
                value={look.style}
                onChange={(style) => setLook({ ...look, style })}
              />
            </>
          ) : null}
          <span className="grow" />
          <Button
            type="submit"
            pending={generate.isPending || generate.isDone}
            disabled={generate.waitSeconds > 0}
            className="w-full sm:w-auto sm:min-w-36"
          >
            <Sparkles aria-hidden />
            {generate.waitSeconds > 0 ? `Again in ${generate.waitSeconds} s` : "Generate"}
          </Button>
        </div>
      </div>
      <p
        id={`${id}-note`}
        role={problem ? "alert" : undefined}
        className={`mt-3 px-3 text-sm ${problem ? "text-destructive-ink" : "text-muted-foreground"}`}
      >
        {problem ??
          `Change a word or two if you like. This first one is ${QUICK.duration} seconds long and small, so you see it soon.`}
      </p>
    </form>
  );
}
