"use client";

import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatDuration } from "~/components/media/format";
import type { Analytics, AnalyticsRange } from "~/server/admin/analytics/schema";
import { bucketName, inTime, tickName } from "../words";
import { AXIS, COLORS, GRID, LEGEND, MARGIN, TOOLTIP } from "./look";

type Props = {
  rows: NonNullable<Analytics["durations"]>;
  part: "wait" | "run";
  range: AnalyticsRange;
};

// Dashes tell the lines apart where colours do not.
const LINES = [
  { key: "p50", name: "Half", color: COLORS.first, dash: "0" },
  { key: "p90", name: "90 %", color: COLORS.second, dash: "6 3" },
  { key: "p99", name: "99 %", color: COLORS.third, dash: "2 3" },
] as const;

export function DurationsPlot({ rows, part, range }: Props) {
  const data = rows.map((row) => ({ at: row.at, ...row[part] }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={data} margin={MARGIN}>
        <CartesianGrid {...GRID} />
        <XAxis
          dataKey="at"
          tickFormatter={(iso: string) => tickName(iso, range)}
          minTickGap={40}
          {...AXIS}
        />
        <YAxis
          tickFormatter={(seconds: number) =>
            seconds < 60 ? `${Math.round(seconds)} s` : formatDuration(seconds)
          }
          width={48}
          domain={[0, (most: number) => (Number.isFinite(most) ? Math.max(10, most) : 10)]}
          {...AXIS}
        />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(iso) => bucketName(String(iso), range)}
          formatter={(seconds) => inTime(Number(seconds))}
        />
        <Legend {...LEGEND} />
        {LINES.map(({ key, name, color, dash }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            stroke={color}
            strokeDasharray={dash}
            strokeWidth={2}
            dot={{ r: 2, strokeDasharray: "0" }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
