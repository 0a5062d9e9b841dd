import type { ReactNode } from "react";
import { formatBytes, formatDuration } from "~/components/media/format";
import { RelativeTime } from "~/components/media/relative-time";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import type { NarrationOutcome } from "~/server/platform/generators/schema";
import type { VideoView } from "~/server/videos/schema";
import { VOICES } from "../../dashboard/composer/voices";

/** Why a narration is not heard from the first word to the last. */
const NARRATION_SENTENCES: Record<Exclude<NarrationOutcome, "spoken">, string> = {
  shortened: "The narration ends early: its words are longer than the film.",
  partly: "The voice speaks only English. Scenes in other languages have no narration.",
  language:
    "The voice speaks only English, and these words are in another language. So the film has no narration.",
  wordless: "There were no words to read aloud. So the film has no narration.",
};

/** What made this video: the same recipe gives the same film again, byte for byte. */
export function Recipe({ video }: { video: VideoView }) {
  const { recipe } = video;
  return (
    <aside aria-label="Recipe">
      <Card className="p-5">
        <div className="mb-3 flex items-center justify-between">
          <h2 className="text-sm font-semibold">Recipe</h2>
          <CopyButton text={JSON.stringify(recipe, null, 2)} label="Copy the recipe" />
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
          <Row name="Look">
            <span className="capitalize">{recipe.style}</span>
          </Row>
          <Row name="Shape">{recipe.aspectRatio}</Row>
          <Row name="Length">{formatDuration(recipe.duration)}</Row>
          <Row name="Quality">{recipe.quality}</Row>
          <Row name="Voice">{recipe.narration ? VOICES[recipe.narration.voice].name : "None"}</Row>
          {recipe.captions ? <Row name="Captions">In the picture</Row> : null}
          <Row name="Seed">{recipe.seed}</Row>
          {recipe.scenes ? <Row name="Scenes">{recipe.scenes.length}</Row> : null}
          <Row name="Made">
            <RelativeTime iso={video.createdAt} />
          </Row>
          {video.size === null ? null : <Row name="Size">{formatBytes(video.size)}</Row>}
          {video.sha256 ? (
            <Row name="SHA-256">
              <span title={video.sha256} className="font-mono text-xs">
                {video.sha256.slice(0, 12)}…
              </span>
            </Row>
          ) : null}
        </dl>
        {video.narration && video.narration !== "spoken" ? (
          <p className="mt-3 border-t pt-3 text-sm text-pretty text-muted-foreground">
            {NARRATION_SENTENCES[video.narration]}
          </p>
        ) : null}
      </Card>
    </aside>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="text-right tabular-nums">{children}</dd>
    </>
  );
}
