import { formatBinary } from "~/app/(site)/pricing/quantities";
import type { Entitlements } from "~/server/accounts/schema";

const ROWS: { name: string; value: (row: Entitlements) => string }[] = [
  { name: "Length of a video", value: (row) => `up to ${row.maxDurationSeconds} s` },
  { name: "Quality", value: (row) => `up to ${row.maxQuality}` },
  { name: "A single file", value: (row) => `up to ${formatBinary(row.maxFileBytes)}` },
  {
    name: "Scenes in a video",
    value: (row) => (row.maxScenes === 1 ? "1" : `up to ${row.maxScenes}`),
  },
  {
    name: "Videos at once",
    value: (row) =>
      row.maxBatchRows === 0
        ? "one by one"
        : `batches of up to ${row.maxBatchRows.toLocaleString("en")}`,
  },
];

/** The same row of the entitlements that the checks read. */
export function Allowed({ entitlements }: { entitlements: Entitlements }) {
  return (
    <dl className="max-w-120 divide-y text-sm">
      {ROWS.map(({ name, value }) => (
        <div key={name} className="flex justify-between gap-4 py-2.5 first:pt-0">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="text-right tabular-nums">{value(entitlements)}</dd>
        </div>
      ))}
    </dl>
  );
}
