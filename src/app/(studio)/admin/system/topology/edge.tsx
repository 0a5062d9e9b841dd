import { cn } from "~/components/ui/cn";
import type { EdgeState, Place } from "./picture";

const LOOKS: Record<EdgeState["status"], { line: string; text: string; dash?: string }> = {
  ok: { line: "stroke-success", text: "fill-success-ink" },
  slow: { line: "stroke-warning", text: "fill-warning-ink", dash: "10 5" },
  down: { line: "stroke-destructive", text: "fill-destructive-ink", dash: "3 6" },
  unknown: { line: "stroke-border-strong", text: "fill-muted-foreground", dash: "3 6" },
};

/** A line between two boxes; its dashes say what its colour says. */
export function EdgeLine({ from, to, state }: { from: Place; to: Place; state: EdgeState }) {
  const { line, dash } = LOOKS[state.status];
  return (
    <path
      d={route(from, to).path}
      fill="none"
      strokeWidth={2}
      strokeDasharray={dash}
      className={cn("transition-colors", line)}
    />
  );
}

/** Stands on the middle of its line, above the boxes where it is wider than the room between them. */
export function EdgeLabel({ from, to, state }: { from: Place; to: Place; state: EdgeState }) {
  if (!state.label) return null;
  const { middle } = route(from, to);
  const width = state.label.length * 6.6 + 12;
  return (
    <g>
      <rect
        x={middle.x - width / 2}
        y={middle.y - 10}
        width={width}
        height={20}
        rx={10}
        className="fill-card"
      />
      <text
        x={middle.x}
        y={middle.y + 4}
        textAnchor="middle"
        className={cn("text-xs font-medium tabular-nums", LOOKS[state.status].text)}
      >
        {state.label}
      </text>
    </g>
  );
}

type Point = { x: number; y: number };

/** Side to side when there is room between, else bottom to top. */
function route(from: Place, to: Place): { path: string; middle: Point } {
  const isRight = to.x >= from.x + from.width;
  const isLeft = to.x + to.width <= from.x;
  const isBeside = isRight || isLeft;
  const start = isBeside
    ? { x: isRight ? from.x + from.width : from.x, y: from.y + from.height / 2 }
    : { x: from.x + from.width / 2, y: from.y + from.height };
  const end = isBeside
    ? { x: isRight ? to.x : to.x + to.width, y: to.y + to.height / 2 }
    : { x: to.x + to.width / 2, y: to.y };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const bends = isBeside
    ? `${middle.x} ${start.y} ${middle.x} ${end.y}`
    : `${start.x} ${middle.y} ${end.x} ${middle.y}`;
  return { path: `M${start.x} ${start.y}C${bends} ${end.x} ${end.y}`, middle };
}
