import { LoopingClips } from "~/components/media/looping-clips";
import { cn } from "~/components/ui/cn";
import { ClipPicture } from "./clip-picture";
import { type Clip, WALL } from "./clips";

// Share of a column's height: its aspect ratio, so that cropping stays small at any window size.
const HEIGHT = { "16:9": "flex-[9]", "1:1": "flex-[16]", "9:16": "flex-[28]" } as const;

/** Films from edge to edge; each column fills the height exactly. */
export function Wall() {
  return (
    <LoopingClips className="absolute inset-0">
      <ul
        aria-label="Films made by T2M"
        className="absolute inset-0 flex gap-1.5 overflow-hidden md:gap-2"
      >
        {WALL.map((column, index) => (
          <li
            key={column[0]?.id}
            className={cn("min-w-0 flex-1 list-none", index > 1 && "hidden md:block")}
          >
            <ul className="flex h-full flex-col gap-1.5 md:gap-2">
              {column.map((clip) => (
                <WallClip key={clip.id} clip={clip} />
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

function WallClip({ clip }: { clip: Clip }) {
  return (
    <li className={cn("relative min-h-0 overflow-hidden", HEIGHT[clip.aspectRatio])}>
      <ClipPicture clip={clip} />
      <p className="sr-only">{clip.prompt}</p>
    </li>
  );
}
