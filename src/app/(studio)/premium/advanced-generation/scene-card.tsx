"use client";

import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import { type DragEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { Slider } from "~/components/ui/slider";
import { MAX_PROMPT_CHARACTERS, MIN_SCENE_SECONDS, promptLength } from "~/server/videos/schema";
import type { SceneDraft } from "./scenes-draft";

type Props = {
  scene: SceneDraft;
  /** Its place, from 0, among so many. */
  place: number;
  count: number;
  /** Seconds that it can have beside the others, and that all scenes can have together. */
  longest: number;
  limit: number;
  isMissing: boolean;
  onChange: (part: Partial<SceneDraft>) => void;
  onMove: (place: number) => void;
  /** Another scene, by its id, was dropped on this one. */
  onDropHere: (id: string) => void;
  onRemove: () => void;
};

/** Only our own scenes can be dropped here. */
const DRAG_TYPE = "application/x-t2m-scene";

/** One scene: its words, its length, its place. Dragged by its handle or moved by its buttons. */
export function SceneCard({ scene, place, count, longest, limit, isMissing, ...on }: Props) {
  const [isOver, setOver] = useState(false);
  const name = `Scene ${place + 1}`;
  const excess = promptLength(scene.prompt) - MAX_PROMPT_CHARACTERS;
  const problem =
    excess > 0
      ? `${excess.toLocaleString("en")} characters too many.`
      : isMissing
        ? "Say what this scene shows."
        : null;

  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(DRAG_TYPE);
  return (
    <li
      aria-label={name}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!accepts(event)) return;
        event.preventDefault();
        on.onDropHere(event.dataTransfer.getData(DRAG_TYPE));
      }}
      className={cn(
        "rounded-md border bg-card transition-colors focus-within:border-border-strong",
        isOver && "border-primary bg-primary-tint",
      )}
    >
      <div className="flex items-center gap-1 border-b px-2 py-1.5">
        <span
          draggable
          aria-hidden
          title="Drag to another place"
          onDragStart={(event) => {
            event.dataTransfer.setData(DRAG_TYPE, scene.id);
            event.dataTransfer.effectAllowed = "move";
          }}
          className="hidden cursor-grab px-1 text-muted-foreground active:cursor-grabbing sm:block"
        >
          <GripVertical className="size-4" />
        </span>
        <h3 className="px-1 text-sm font-semibold">{name}</h3>
        <span className="grow" />
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Move scene ${place + 1} earlier`}
          disabled={place === 0}
          onClick={() => on.onMove(place - 1)}
        >
          <ArrowUp />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Move scene ${place + 1} later`}
          disabled={place === count - 1}
          onClick={() => on.onMove(place + 1)}
        >
          <ArrowDown />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Remove scene ${place + 1}`}
          disabled={count <= 2}
          onClick={on.onRemove}
        >
          <Trash2 />
        </Button>
      </div>
      <textarea
        value={scene.prompt}
        rows={2}
        aria-label={`What scene ${place + 1} shows`}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${scene.id}-problem` : undefined}
        placeholder={EXAMPLES[place % EXAMPLES.length]}
        onChange={(event) => on.onChange({ prompt: event.target.value })}
        className="block field-sizing-content max-h-60 min-h-18 w-full resize-none bg-transparent px-3 py-2.5 text-base -outline-offset-2 placeholder:text-muted-foreground"
      />
      {problem ? (
        <p
          id={`${scene.id}-problem`}
          role="alert"
          className="px-3 pb-1 text-sm text-destructive-ink"
        >
          {problem}
        </p>
      ) : null}
      <div className="flex items-center gap-3 px-3 pb-1">
        <Slider
          label={`Length of scene ${place + 1}`}
          value={scene.seconds}
          onValueChange={(seconds) => on.onChange({ seconds: Math.min(seconds, longest) })}
          min={MIN_SCENE_SECONDS}
          max={limit - MIN_SCENE_SECONDS}
          valueText={(seconds) => `${seconds} seconds`}
        />
        <span className="w-10 shrink-0 text-right text-sm font-medium tabular-nums">
          {scene.seconds} s
        </span>
      </div>
    </li>
  );
}

const EXAMPLES = [
  "A lighthouse keeper climbs the stairs at dusk",
  "A ship struggles through a storm at night",
  "The ship reaches the harbour at dawn",
  "Children wave from the pier",
];
