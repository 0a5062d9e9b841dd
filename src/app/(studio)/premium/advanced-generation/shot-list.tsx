"use client";

import { Plus } from "lucide-react";
import { toast } from "sonner";
import { Button } from "~/components/ui/button";
import { MIN_SCENE_SECONDS, totalSeconds } from "~/server/videos/schema";
import { SceneCard } from "./scene-card";
import { addScene, longestFor, moveScene, type SceneDraft, type ScenesDraft } from "./scenes-draft";

type Props = {
  scenes: readonly SceneDraft[];
  /** Seconds of all scenes, and how many there can be. */
  limit: number;
  maxScenes: number;
  /** Ask for the words that are missing. */
  showsMissing: boolean;
  onChange: (change: (now: ScenesDraft) => Partial<ScenesDraft>) => void;
};

/** The scenes in their order, and one more. */
export function ShotList({ scenes, limit, maxScenes, showsMissing, onChange }: Props) {
  const set = (change: (scenes: readonly SceneDraft[]) => readonly SceneDraft[]) =>
    onChange((now) => ({ scenes: [...change(now.scenes)] }));
  const isFull = scenes.length >= maxScenes;
  const hasTime = limit - totalSeconds(scenes) >= MIN_SCENE_SECONDS;

  function remove(scene: SceneDraft, place: number) {
    set((now) => now.filter(({ id }) => id !== scene.id));
    toast(`Scene ${place + 1} removed.`, {
      action: {
        label: "Undo",
        onClick: () =>
          set((now) => {
            // What it left may have been given to others meanwhile.
            const left = limit - totalSeconds(now);
            if (now.length >= maxScenes || left < MIN_SCENE_SECONDS) return now;
            return now.toSpliced(place, 0, { ...scene, seconds: Math.min(scene.seconds, left) });
          }),
      },
      duration: 10_000,
    });
  }

  return (
    <>
      <ol className="grid gap-3 xl:grid-cols-2">
        {scenes.map((scene, place) => (
          <SceneCard
            key={scene.id}
            scene={scene}
            place={place}
            count={scenes.length}
            longest={longestFor(scenes, scene.id, limit)}
            limit={limit}
            isMissing={showsMissing && scene.prompt.trim() === ""}
            onChange={(part) =>
              set((now) =>
                now.map((other) => (other.id === scene.id ? { ...other, ...part } : other)),
              )
            }
            onMove={(to) => set((now) => moveScene(now, scene.id, to))}
            onDropHere={(id) => set((now) => moveScene(now, id, place))}
            onRemove={() => remove(scene, place)}
          />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="outline"
          disabled={isFull || !hasTime}
          onClick={() => set((now) => addScene(now, crypto.randomUUID(), limit))}
        >
          <Plus aria-hidden /> Add a scene
        </Button>
        {isFull || !hasTime ? (
          <p className="text-sm text-muted-foreground">
            {isFull
              ? `A video has at most ${maxScenes} scenes.`
              : `All ${limit} seconds are given. Shorten a scene to make room.`}
          </p>
        ) : null}
      </div>
    </>
  );
}
