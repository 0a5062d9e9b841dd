import { LoopingClips } from "~/components/media/looping-clips";
import { cn } from "~/components/ui/cn";
import { ClipPicture } from "./clip-picture";
import { type Clip, WALL } from "./clips";

// Heights of films of one width, so that cropping stays small at any window size.
const HEIGHT = { "16:9": 9, "1:1": 16, "9:16": 28 } as const;

/**
 * Films from edge to edge; each column fills the height exactly. Sizes depend on no neighbour, so
 * nothing moves while the page is still arriving.
 */
export function Wall() {
  return (
    <LoopingClips className="absolute inset-0">
      <ul
        aria-label="Films made by T2M"
        className="absolute inset-0 grid grid-cols-2 grid-rows-1 gap-1.5 overflow-hidden md:grid-cols-4 md:gap-2"
      >
        {WALL.map((column, index) => (
          <li
            key={column[0]?.id}
            className={cn("min-h-0 min-w-0 list-none", index > 1 && "hidden md:block")}
          >
            <ul className="flex h-full flex-col gap-1.5 md:gap-2">
              {column.map((clip) => (
                <WallClip
                  key={clip.id}
                  clip={clip}
                  share={HEIGHT[clip.aspectRatio] / heightOf(column)}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 bg-linear-to-t from-black via-black/65 via-40% to-transparent to-75% md:from-5%"
      />
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 hidden bg-radial-[ellipse_75%_72%_at_12%_92%] from-black from-25% to-transparent md:block"
      />
      <div
        aria-hidden
        className="pointer-events-none absolute inset-x-0 top-0 h-28 bg-linear-to-b from-black/90 to-transparent"
      />
    </LoopingClips>
  );
}

function heightOf(column: readonly Clip[]): number {
  return column.reduce((height, clip) => height + HEIGHT[clip.aspectRatio], 0);
}

function WallClip({ clip, share }: { clip: Clip; share: number }) {
  return (
    <li className="relative min-h-0 overflow-hidden" style={{ flexBasis: `${100 * share}%` }}>
      <ClipPicture clip={clip} />
      <p className="sr-only">{clip.prompt}</p>
    </li>
  );
}
