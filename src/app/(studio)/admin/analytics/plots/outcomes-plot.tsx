"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Analytics, AnalyticsRange } from "~/server/admin/analytics/schema";
import { bucketName, inShort, inWhole, tickName } from "../words";
import { AXIS, COLORS, GRID, LEGEND, MARGIN, TOOLTIP } from "./look";

type Props = { rows: NonNullable<Analytics["outcomes"]>; range: AnalyticsRange };

export function OutcomesPlot({ rows, range }: Props) {
  const stack = { stackId: "jobs", isAnimationActive: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} margin={MARGIN} barCategoryGap="20%">
        <CartesianGrid {...GRID} />
        <XAxis
          dataKey="at"
          tickFormatter={(iso: string) => tickName(iso, range)}
          minTickGap={40}
          {...AXIS}
        />
        <YAxis
          allowDecimals={false}
          tickFormatter={inShort}
          width={40}
          domain={[0, (most: number) => Math.max(4, most)]}
          {...AXIS}
        />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(iso) => bucketName(String(iso), range)}
          formatter={(jobs) => inWhole(Number(jobs))}
        />
        <Legend {...LEGEND} />
        <Bar {...stack} dataKey="succeeded" name="Made" fill={COLORS.made} />
        <Bar {...stack} dataKey="failed" name="Failed" fill={COLORS.failed} />
        <Bar {...stack} dataKey="canceled" name="Canceled" fill={COLORS.canceled} />
      </BarChart>
    </ResponsiveContainer>
  );
}
