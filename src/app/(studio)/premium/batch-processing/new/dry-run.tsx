"use client";

import type { ReactNode } from "react";
import { formatBytes } from "~/components/media/format";
import { Card } from "~/components/ui/card";
import { ProgressRing } from "~/components/ui/progress-ring";
import type { BatchPlan } from "~/server/batches/schema";
import { rowWord } from "./write-rows";

/** What would happen, before anything does: which rows, how long, how much room. */
export function DryRun({ plan }: { plan: BatchPlan }) {
  const { valid, problems, rows } = plan;
  const share = valid.bytes === null ? null : (100 * valid.bytes) / Math.max(1, plan.storageLeft);
  return (
    <Card className="grid gap-4 p-4 sm:grid-cols-3">
      <Fact ring={(100 * valid.rows) / rows} title={`${valid.rows} of ${rows} can be made`}>
        {problems.length === 0
          ? "No row needs mending."
          : `${problems.length} ${rowWord(problems.length)} to mend, or to leave out.`}
      </Fact>
      <Fact ring={null} title={valid.finish ? bandWords(valid.finish) : "Time unknown yet"}>
        {valid.finish
          ? `For ${Math.round(valid.filmSeconds)} seconds of film, with nobody else in line.`
          : "Nothing like it was made here lately, or no worker is running."}
      </Fact>
      <Fact
        ring={share}
        title={valid.bytes === null ? "Size unknown yet" : `About ${formatBytes(valid.bytes)}`}
      >
        {share !== null && share > 100
          ? `Only ${formatBytes(plan.storageLeft)} are free. It will stop when they are taken.`
          : `${formatBytes(plan.storageLeft)} of your storage are free.`}
      </Fact>
    </Card>
  );
}

function Fact(props: { ring: number | null; title: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      {props.ring === null ? null : (
        <ProgressRing label={null} value={props.ring} className="mt-0.5 size-8" />
      )}
      <div>
        <p className="text-sm font-medium tabular-nums">{props.title}</p>
        <p className="mt-0.5 text-xs text-muted-foreground tabular-nums">{props.children}</p>
      </div>
    </div>
  );
}

/** @returns e.g. "Ready in 4–7 min". */
export function bandWords(finish: { likelySeconds: number; slowSeconds: number }): string {
  const [unit, size] = finish.slowSeconds < 120 ? ["s", 1] : ["min", 60];
  const low = Math.max(1, Math.round(finish.likelySeconds / Number(size)));
  const high = Math.max(low, Math.round(finish.slowSeconds / Number(size)));
  return `Ready in ${low === high ? low : `${low}–${high}`} ${unit}`;
}
