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
import type { Analytics } from "~/server/admin/analytics/schema";
import { inShort, inWhole } from "../words";
import { AXIS, COLORS, LEGEND, MARGIN, TOOLTIP } from "./look";

export function TiersPlot({ rows }: { rows: NonNullable<Analytics["tiers"]> }) {
  const stack = { stackId: "jobs", maxBarSize: 44, isAnimationActive: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} layout="vertical" margin={MARGIN}>
        <CartesianGrid stroke="var(--border)" horizontal={false} />
        <XAxis
          type="number"
          allowDecimals={false}
          tickFormatter={inShort}
          domain={[0, (most: number) => Math.max(4, most)]}
          {...AXIS}
        />
        <YAxis type="category" dataKey="tier" width={72} {...AXIS} />
        <Tooltip {...TOOLTIP} formatter={(jobs) => inWhole(Number(jobs))} />
        <Legend {...LEGEND} />
        <Bar {...stack} dataKey="succeeded" name="Made" fill={COLORS.made} />
        <Bar {...stack} dataKey="failed" name="Failed" fill={COLORS.failed} />
        <Bar {...stack} dataKey="canceled" name="Canceled" fill={COLORS.canceled} />
      </BarChart>
    </ResponsiveContainer>
  );
}
