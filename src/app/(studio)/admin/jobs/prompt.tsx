import type { StaffJobView } from "~/server/admin/schema";

type Props = { job: StaffJobView; isShown: boolean };

/** What somebody asked for: covered until it is asked for, and by length only without the right. */
export function Prompt({ job: { prompt, promptLength }, isShown }: Props) {
  if (prompt !== null && isShown) {
    return <p className="line-clamp-3 text-sm font-medium wrap-anywhere">{prompt}</p>;
  }
  return (
    <p className="flex min-h-5 items-center gap-2">
      <span
        aria-hidden
        className="h-3 max-w-40 rounded-full bg-secondary-hover"
        style={{ width: `${Math.max(1.5, promptLength / 8)}rem` }}
      />
      <span className="text-xs text-muted-foreground tabular-nums">
        {promptLength} {promptLength === 1 ? "letter" : "letters"}
      </span>
    </p>
  );
}
