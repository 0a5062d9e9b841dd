"use client";

import { type ReactNode, useState } from "react";
import { Card } from "~/components/ui/card";
import { Segmented } from "~/components/ui/segmented";
import type { Tier } from "~/server/accounts/schema";
import type { LanesView, WaitsView } from "~/server/queue/schema";
import { LanePicture } from "../../lanes/lane-picture";
import { OwnPlaces } from "./own-places";
import { WaitsPlot } from "./waits-plot";
import { WhatIf } from "./what-if";

export type QueueViewProps = {
  lanes: LanesView;
  /** null: not here yet. */
  waits: WaitsView | null;
  /** Stands where the waits would, when they did not come. */
  problem?: ReactNode;
};

const CHOICES: { value: Tier; label: string }[] = [
  { value: "free", label: "If I were free" },
  { value: "premium", label: "With premium" },
];

/** The line as it is, or as it would be in the other tier. */
export function QueueView({ lanes, waits, problem }: QueueViewProps) {
  const [tier, setTier] = useState<Tier>(lanes.tier);
  const line = lanes.views[tier];
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-6">
        <Card className="p-4 sm:p-5">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
            <h2 className="text-sm font-semibold">The line now</h2>
            <Segmented
              label="See the line as another member"
              value={tier}
              onValueChange={setTier}
              options={CHOICES}
            />
          </div>
          <LanePicture line={line} slots={lanes.slots} withNext />
          <Legend />
        </Card>
        <OwnPlaces jobs={line.mine} />
      </div>
      <div className="space-y-6">
        <WhatIf views={lanes.views} />
        <Card className="p-4 sm:p-5">{problem ?? <WaitsPlot waits={waits} />}</Card>
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-xs text-muted-foreground">
      <li className="flex items-center gap-2">
        <span className="size-3 rounded-full bg-primary" /> yours
      </li>
      <li className="flex items-center gap-2">
        <span className="size-3 rounded-full border-2 border-dashed border-primary" /> your next one
      </li>
      <li className="flex items-center gap-2">
        <span className="size-3 rounded-full bg-border-strong" /> somebody’s
      </li>
    </ul>
  );
}
