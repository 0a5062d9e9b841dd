"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Analytics } from "~/server/admin/analytics/schema";
import { inShort, inWhole } from "../words";
import { AXIS, COLORS, MARGIN, TOOLTIP } from "./look";

export function FailuresPlot({ rows }: { rows: NonNullable<Analytics["failures"]> }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} layout="vertical" margin={MARGIN}>
        <CartesianGrid stroke="var(--border)" horizontal={false} />
        <XAxis
          type="number"
          allowDecimals={false}
          tickFormatter={inShort}
          domain={[0, (most: number) => (Number.isFinite(most) ? Math.max(4, most) : 4)]}
          {...AXIS}
        />
        <YAxis type="category" dataKey="code" width={164} {...AXIS} />
        <Tooltip {...TOOLTIP} formatter={(jobs) => inWhole(Number(jobs))} />
        <Bar
          dataKey="jobs"
          name="Jobs"
          fill={COLORS.failed}
          maxBarSize={28}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
