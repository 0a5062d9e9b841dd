import { ChevronRight } from "lucide-react";
import { formatDuration } from "~/components/media/format";
import type { StoryboardView } from "~/server/platform/generators/schema";
import { sceneWords } from "./storyboard-words";

type Props = {
  storyboard: StoryboardView;
  /** Seconds. */
  onSeek: (time: number) => void;
};

/** What the renderer understood, scene by scene; a scene's time takes the film there. */
export function Understood({ storyboard: { scenes }, onSeek }: Props) {
  return (
    <details className="group mt-6 border-t pt-5">
      <summary className="touch-target flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-sm text-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted-foreground transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        How it was understood
      </summary>
      <ol className="-mx-2 mt-3 space-y-1">
        {scenes.map((scene) => (
          <li key={scene.start}>
            <button
              type="button"
              onClick={() => onSeek(scene.start)}
              className="flex w-full items-baseline gap-4 rounded-md px-2 py-2 text-left text-sm hover:bg-accent hover:text-accent-foreground"
            >
              <span className="shrink-0 text-muted-foreground tabular-nums">
                {formatDuration(scene.start)}–{formatDuration(scene.start + scene.duration)}
              </span>
              <span className="min-w-0 text-pretty wrap-anywhere">
                {sceneWords(scene).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
