"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Segmented } from "~/components/ui/segmented";
import type { AnalyticsChart, AnalyticsRange } from "~/server/admin/analytics/schema";
import { api } from "~/trpc/react";
import { ChartCard } from "./chart-card";
import { PlotSkeleton } from "./plot-skeleton";
import { durationTable, failureTable, outcomeTable, storageTable, tierTable } from "./tables";

// The drawing library is large: it comes with the first chart, and to no other page.
const OutcomesPlot = dynamic(
  () => import("./plots/outcomes-plot").then((plot) => plot.OutcomesPlot),
  { ssr: false, loading: PlotSkeleton },
);
const DurationsPlot = dynamic(
  () => import("./plots/durations-plot").then((plot) => plot.DurationsPlot),
  { ssr: false, loading: PlotSkeleton },
);
const StoragePlot = dynamic(() => import("./plots/storage-plot").then((plot) => plot.StoragePlot), {
  ssr: false,
  loading: PlotSkeleton,
});
const FailuresPlot = dynamic(
  () => import("./plots/failures-plot").then((plot) => plot.FailuresPlot),
  { ssr: false, loading: PlotSkeleton },
);
const TiersPlot = dynamic(() => import("./plots/tiers-plot").then((plot) => plot.TiersPlot), {
  ssr: false,
  loading: PlotSkeleton,
});

const RANGES = [
  { value: "24h", label: "24 h", name: "24 hours" },
  { value: "7d", label: "7 d", name: "7 days" },
  { value: "30d", label: "30 d", name: "30 days" },
  { value: "90d", label: "90 d", name: "90 days" },
] as const satisfies { value: AnalyticsRange; label: string; name: string }[];

const REFRESH_MS = 60_000;

export function AnalyticsScreen() {
  const [range, setRange] = useState<AnalyticsRange>("7d");
  const outcomes = useChart(range, "outcomes");
  const durations = useChart(range, "durations");
  const storage = useChart(range, "storage");
  const failures = useChart(range, "failures");
  const tiers = useChart(range, "tiers");
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">Analytics</h1>
        <Segmented label="How far back" value={range} onValueChange={setRange} options={RANGES} />
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <ChartCard
          className="lg:col-span-2"
          title="How jobs ended"
          query={outcomes}
          data={outcomes.data?.outcomes}
          isEmpty={(rows) => rows.every((it) => it.succeeded + it.failed + it.canceled === 0)}
          whatWillShow="Each job that ends is counted here."
          table={(rows) => outcomeTable(rows, range)}
        >
          {(rows) => <OutcomesPlot rows={rows} range={range} />}
        </ChartCard>
        {(["wait", "run"] as const).map((part) => (
          <ChartCard
            key={part}
            title={part === "wait" ? "Waiting, before it begins" : "Making, from begin to end"}
            query={durations}
            data={durations.data?.durations}
            isEmpty={(rows) => rows.every((it) => it[part].p50 === null)}
            whatWillShow="Each video that was made is measured here."
            table={(rows) => durationTable(rows, part, range)}
          >
            {(rows) => <DurationsPlot rows={rows} part={part} range={range} />}
          </ChartCard>
        ))}
        <ChartCard
          className="lg:col-span-2"
          title="Files that are kept"
          query={storage}
          data={storage.data?.storage}
          isEmpty={(rows) => rows.every(({ bytes }) => bytes === 0)}
          whatWillShow="Every video and upload adds to this."
          table={(rows) => storageTable(rows, range)}
        >
          {(rows) => <StoragePlot rows={rows} range={range} />}
        </ChartCard>
        <ChartCard
          title="Why jobs failed"
          query={failures}
          data={failures.data?.failures}
          isEmpty={(rows) => rows.length === 0}
          whatWillShow="Nothing failed in this time."
          table={failureTable}
        >
          {(rows) => <FailuresPlot rows={rows} />}
        </ChartCard>
        <ChartCard
          title="Whose jobs they were"
          query={tiers}
          data={tiers.data?.tiers}
          isEmpty={(rows) => rows.every((it) => it.succeeded + it.failed + it.canceled === 0)}
          whatWillShow="Free and premium members are compared here."
          table={tierTable}
        >
          {(rows) => <TiersPlot rows={rows} />}
        </ChartCard>
      </div>
      <p className="mt-4 text-sm text-muted-foreground">
        Times are UTC. The last span is not over yet. Tiers are those of today.
      </p>
    </>
  );
}

/** One question for each chart, all in one request: what fails leaves the others. */
function useChart(range: AnalyticsRange, chart: AnalyticsChart) {
  return api.admin.analytics.get.useQuery(
    { range, charts: [chart] },
    { refetchInterval: REFRESH_MS },
  );
}
