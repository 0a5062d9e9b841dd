import { phaseWords } from "~/components/media/job-words";
import { RelativeTime } from "~/components/media/relative-time";
import type { JobMoment } from "~/server/jobs/schema";

/** Every change of its state, newest first. */
export function History({ history }: { history: JobMoment[] }) {
  return (
    <details className="mt-8">
      <summary className="cursor-pointer text-sm font-medium">What happened</summary>
      <ol className="mt-3 space-y-2 border-l pl-4 text-sm">
        {history.toReversed().map((moment) => (
          <li key={`${moment.at} ${moment.status} ${moment.phase}`}>
            {phaseWords({ ...moment, position: null })}{" "}
            <span className="text-muted-foreground">
              <RelativeTime iso={moment.at} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
