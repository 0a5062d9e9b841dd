import { cn } from "~/components/ui/cn";
import type { EdgeState, Place } from "./picture";

const LOOKS: Record<EdgeState["status"], { line: string; text: string; dash?: string }> = {
  ok: { line: "stroke-success", text: "fill-success-ink" },
  slow: { line: "stroke-warning", text: "fill-warning-ink", dash: "10 5" },
  down: { line: "stroke-destructive", text: "fill-destructive-ink", dash: "3 6" },
  unknown: { line: "stroke-border-strong", text: "fill-muted-foreground", dash: "3 6" },
};

/** A line between two boxes; its dashes and its label say what its colour says. */
export function EdgeLine({ from, to, state }: { from: Place; to: Place; state: EdgeState }) {
  const { line, text, dash } = LOOKS[state.status];
  const { path, middle } = route(from, to);
  const width = state.label.length * 6.6 + 14;
  return (
    <g>
      <path
        d={path}
        fill="none"
        strokeWidth={2}
        strokeDasharray={dash}
        className={cn("transition-colors", line)}
      />
      {state.label ? (
        <>
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
            className={cn("text-xs font-medium tabular-nums", text)}
          >
            {state.label}
          </text>
        </>
      ) : null}
    </g>
  );
}

type Point = { x: number; y: number };

/** Side to side when there is room between, else bottom to top; the label stands in the middle. */
function route(from: Place, to: Place): { path: string; middle: Point } {
  const isBeside = from.x + from.width <= to.x && to.y < from.y + from.height * 4;
  const isBelow = to.y >= from.y + from.height;
  if (
    isBeside &&
    !(isBelow && to.x - from.x - from.width < 60 && to.y - from.y > from.height * 1.5)
  ) {
    const start = { x: from.x + from.width, y: from.y + from.height / 2 };
    const end = { x: to.x, y: to.y + to.height / 2 };
    const bend = (end.x - start.x) / 2;
    return {
      path: `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`,
      middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
    };
  }
  const start = { x: from.x + from.width / 2, y: from.y + from.height };
  const end = { x: to.x + to.width / 2, y: to.y };
  const bend = (end.y - start.y) / 2;
  return {
    path: `M${start.x} ${start.y}C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`,
    middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
  };
}
