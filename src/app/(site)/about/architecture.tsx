import { cn } from "~/components/ui/cn";
import { type Box, TALL, WIDE } from "./layouts";

const WORDS =
  "The browser speaks to the front door, one process on one port. It serves pages and the API, and sends films and files by byte range. It asks Clerk who somebody is and Upstash how often they came, keeps rows and jobs in Postgres and bytes in the storage. The worker takes jobs from Postgres, draws, scores and encodes the film and puts it into the storage; Postgres tells the front door, which tells the browser.";

/** How the parts of T2M hang together; a phone sees it upright. */
export function Architecture() {
  return (
    <figure className="mt-8 rounded-lg border bg-card p-4 md:p-8">
      <Drawing layout={WIDE} className="mx-auto hidden w-full max-w-5xl md:block" />
      <Drawing layout={TALL} className="mx-auto w-full max-w-90 md:hidden" />
      <figcaption className="sr-only">{WORDS}</figcaption>
    </figure>
  );
}

function Drawing({ layout, className }: { layout: typeof WIDE; className: string }) {
  const tip = `tip-${layout.name}`;
  return (
    <svg aria-hidden viewBox={layout.viewBox} fill="none" className={className}>
      <defs>
        <marker
          id={tip}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M1 1l6 3-6 3" strokeWidth="1.4" className="stroke-muted-foreground" />
        </marker>
      </defs>
      {layout.boxes.map((box) => (
        <Part key={box.title} {...box} />
      ))}
      {layout.arrows.map(({ path, isTwoWay }) => (
        <path
          key={path}
          d={path}
          strokeWidth="1.5"
          markerEnd={`url(#${tip})`}
          markerStart={isTwoWay ? `url(#${tip})` : undefined}
          className="stroke-muted-foreground"
        />
      ))}
    </svg>
  );
}

function Part({ x, y, width, height, title, note, kind }: Box) {
  const isRoom = kind === "room";
  const middle = isRoom ? y + 28 : y + height / 2 - 4;
  return (
    <g>
      <rect
        x={x + 1}
        y={y + 1}
        width={width - 2}
        height={height - 2}
        rx="12"
        strokeWidth="1.5"
        strokeDasharray={kind === "rented" ? "5 4" : undefined}
        className={cn(
          "stroke-border-strong",
          kind === "room" && "fill-primary-tint stroke-primary-ink",
          kind === "own" && "fill-background",
          kind === "rented" && "fill-muted",
        )}
      />
      <text textAnchor="middle" className="fill-foreground">
        <tspan x={x + width / 2} y={middle} className="text-base font-semibold">
          {title}
        </tspan>
        <tspan x={x + width / 2} dy="19" className="fill-muted-foreground text-xs">
          {note}
        </tspan>
      </text>
    </g>
  );
}
