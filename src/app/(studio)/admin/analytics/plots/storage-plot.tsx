"use client";

import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatBytes } from "~/components/media/format";
import type { Analytics, AnalyticsRange } from "~/server/admin/analytics/schema";
import { bucketName, tickName } from "../words";
import { AXIS, COLORS, GRID, MARGIN, TOOLTIP } from "./look";

type Props = { rows: NonNullable<Analytics["storage"]>; range: AnalyticsRange };

export function StoragePlot({ rows, range }: Props) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={rows} margin={MARGIN}>
        <CartesianGrid {...GRID} />
        <XAxis
          dataKey="at"
          tickFormatter={(iso: string) => tickName(iso, range)}
          minTickGap={40}
          {...AXIS}
        />
        <YAxis
          tickFormatter={(bytes: number) => formatBytes(bytes)}
          width={72}
          domain={[0, (most: number) => Math.max(1024, most)]}
          {...AXIS}
        />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(iso) => bucketName(String(iso), range)}
          formatter={(bytes) => formatBytes(Number(bytes))}
        />
        <Area
          dataKey="bytes"
          name="Kept"
          type="stepAfter"
          stroke={COLORS.first}
          strokeWidth={2}
          fill={COLORS.first}
          fillOpacity={0.15}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
