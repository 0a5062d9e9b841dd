import { formatBytes } from "~/components/media/format";
import type { Analytics, AnalyticsRange, Outcomes } from "~/server/admin/analytics/schema";
import type { TableData } from "./twin-table";
import { bucketName, inTime, inWhole } from "./words";

type Rows<Chart extends keyof Analytics> = NonNullable<Analytics[Chart]>;

const OUTCOMES = ["Made", "Failed", "Canceled"];

function outcomeCells({ succeeded, failed, canceled }: Outcomes): string[] {
  return [succeeded, failed, canceled].map(inWhole);
}

export function outcomeTable(rows: Rows<"outcomes">, range: AnalyticsRange): TableData {
  return {
    head: ["From", ...OUTCOMES],
    rows: rows.map((row) => [bucketName(row.at, range), ...outcomeCells(row)]),
  };
}

export function durationTable(
  rows: Rows<"durations">,
  part: "wait" | "run",
  range: AnalyticsRange,
): TableData {
  return {
    head: ["From", "Half", "90 %", "99 %"],
    rows: rows.map((row) => {
      const { p50, p90, p99 } = row[part];
      const cells = [p50, p90, p99].map((seconds) => (seconds === null ? "–" : inTime(seconds)));
      return [bucketName(row.at, range), ...cells];
    }),
  };
}

export function storageTable(rows: Rows<"storage">, range: AnalyticsRange): TableData {
  return {
    head: ["From", "Kept at its end"],
    rows: rows.map(({ at, bytes }) => [bucketName(at, range), formatBytes(bytes)]),
  };
}

export function failureTable(rows: Rows<"failures">): TableData {
  return { head: ["Reason", "Jobs"], rows: rows.map(({ code, jobs }) => [code, inWhole(jobs)]) };
}

export function tierTable(rows: Rows<"tiers">): TableData {
  return {
    head: ["Tier", ...OUTCOMES],
    rows: rows.map((row) => [row.tier, ...outcomeCells(row)]),
  };
}
