"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Card } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import { Segmented } from "~/components/ui/segmented";
import { LoadProblem } from "../../tiles/load-problem";
import { PlotSkeleton } from "./plot-skeleton";
import { type TableData, TwinTable } from "./twin-table";

const VIEWS = [
  { value: "chart", label: <ChartColumn aria-hidden />, name: "Chart" },
  { value: "table", label: <Table2 aria-hidden />, name: "Table" },
] as const;

type Query = { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };

export type ChartCardProps<Rows> = {
  title: string;
  query: Query;
  data: Rows | undefined;
  isEmpty: (rows: Rows) => boolean;
  /** Stands on the empty axes. */
  whatWillShow: string;
  table: (rows: Rows) => TableData;
  children: (rows: Rows) => ReactNode;
  className?: string;
};

/** A chart and its twin, the table with the same numbers; each loads and fails by itself. */
export function ChartCard<Rows>(props: ChartCardProps<Rows>) {
  const { title, query, data, className } = props;
  const [view, setView] = useState<"chart" | "table">("chart");
  const titleId = useId();
  return (
    <Card className={cn("min-w-0 p-4 sm:p-5", className)}>
      <section aria-labelledby={titleId}>
        <div className="mb-4 flex items-center justify-between gap-4">
          <h2 id={titleId} className="text-base font-semibold">
            {title}
          </h2>
          <Segmented
            label={`${title}: how it is shown`}
            value={view}
            onValueChange={setView}
            options={VIEWS}
          />
        </div>
        {data !== undefined ? (
          <Drawn {...props} data={data} view={view} />
        ) : query.isError ? (
          <div className="flex h-64 items-center">
            <LoadProblem
              what="this chart"
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          </div>
        ) : (
          <div aria-busy="true" className="h-64">
            <span className="sr-only">Loading</span>
            <PlotSkeleton />
          </div>
        )}
      </section>
    </Card>
  );
}

function Drawn<Rows>({
  title,
  data,
  isEmpty,
  whatWillShow,
  table,
  children,
  view,
}: ChartCardProps<Rows> & { data: Rows; view: "chart" | "table" }) {
  const twin = <TwinTable caption={title} table={table(data)} />;
  if (view === "table") {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      <div tabIndex={0} className="h-64 overflow-auto">
        {twin}
      </div>
    );
  }
  return (
    <figure className="relative h-64">
      {children(data)}
      {isEmpty(data) ? (
        <figcaption className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center pb-6 pl-10 text-center text-sm">
          <span className="font-medium">No data yet</span>
          <span className="text-muted-foreground">{whatWillShow}</span>
        </figcaption>
      ) : null}
      <div className="sr-only">{twin}</div>
    </figure>
  );
}
