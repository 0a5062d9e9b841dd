import { BrokenStrip, MissingFrame } from "~/components/brand/pictures";
import { cn } from "~/components/ui/cn";
import type { JobStatus } from "~/server/jobs/schema";
import { FilmStrip } from "../../tiles/live-picture";

/** How a job ended, drawn: a strip of film that is whole, torn, or lacks its frame. */
export function EndPicture({ status }: { status: JobStatus }) {
  const isMade = status === "SUCCEEDED";
  return (
    <div
      className={cn(
        "absolute inset-0 grid place-items-center [&_svg]:h-9 [&_svg]:w-auto",
        isMade && "bg-primary-tint [&_svg]:text-primary-ink",
      )}
    >
      {isMade ? <FilmStrip isMoving={false} /> : null}
      {status === "FAILED" ? <BrokenStrip /> : null}
      {status === "CANCELED" ? <MissingFrame /> : null}
    </div>
  );
}
