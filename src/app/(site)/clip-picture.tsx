import { cn } from "~/components/ui/cn";
import { type Clip, clipSources } from "./clips";

/** One film of ours: silent, in a loop, loaded when it is played. The prompt stands beside it as text. */
export function ClipPicture({ clip, className }: { clip: Clip; className?: string }) {
  const { video, poster } = clipSources(clip);
  return (
    <video
      aria-hidden
      tabIndex={-1}
      muted
      loop
      playsInline
      preload="none"
      poster={poster}
      src={video}
      className={cn("size-full bg-muted object-cover", className)}
    />
  );
}
