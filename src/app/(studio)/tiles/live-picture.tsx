import { cn } from "~/components/ui/cn";
import { Progress } from "~/components/ui/progress";
import type { JobUpdate, JobView } from "~/server/jobs/schema";

export type LivePictureProps = { job: JobView | JobUpdate; className?: string };

/** The newest frame of a film that is being drawn, with its progress on the lower edge. */
export function LivePicture({ job, className }: LivePictureProps) {
  const frame = "frame" in job ? job.frame : null;
  const isActive = ["QUEUED", "RUNNING", "FINALIZING"].includes(job.status);
  return (
    <div className={cn("absolute inset-0 grid place-items-center", className)}>
      {frame ? (
        <>
          <img
            src={frame}
            alt=""
            className="absolute inset-0 size-full scale-110 object-cover opacity-50 blur-lg"
          />
          <img src={frame} alt="" className="absolute inset-0 size-full object-contain" />
        </>
      ) : (
        <FilmStrip isMoving={isActive} />
      )}
      {isActive && job.status !== "QUEUED" ? (
        <Progress
          label="Progress"
          value={job.progress}
          className="absolute inset-x-0 bottom-0 [&>*]:rounded-none"
        />
      ) : null}
    </div>
  );
}

/** A blank strip of film: nothing has been drawn yet. */
export function FilmStrip({ isMoving }: { isMoving: boolean }) {
  return (
    <svg
      viewBox="0 0 96 54"
      fill="none"
      aria-hidden
      className={cn(
        "h-14 text-border-strong",
        isMoving && "animate-pulse motion-reduce:animate-none",
      )}
    >
      <rect x="1" y="7" width="94" height="40" rx="4" stroke="currentColor" strokeWidth="2" />
      {[8, 22, 36, 50, 64, 78].map((x) => (
        <g key={x} fill="currentColor">
          <rect x={x} y="11" width="8" height="5" rx="1.5" />
          <rect x={x} y="38" width="8" height="5" rx="1.5" />
        </g>
      ))}
      <path d="M43 21.5v11l9-5.5z" fill="currentColor" />
    </svg>
  );
}
