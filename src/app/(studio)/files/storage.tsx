"use client";

import { formatBinary } from "~/app/(site)/pricing/quantities";
import { Progress } from "~/components/ui/progress";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";
import { layOutStorage } from "./storage-tiles";
import { useWidth } from "./use-width";

const HEIGHT = 96;

/** What takes the storage, as a map of areas; the bar says how much of all that is. */
export function Storage() {
  const usage = api.files.usage.useQuery();
  const [box, width] = useWidth();
  // The files themselves say what is wrong; a map that is missing needs no second alarm.
  if (!usage.data) return usage.isPending ? <StorageSkeleton /> : null;
  const { totalBytes, limitBytes } = usage.data;
  const tiles = layOutStorage(usage.data, { width, height: HEIGHT });
  const share = Math.round((1000 * totalBytes) / limitBytes) / 10;
  return (
    <section aria-label="Storage" className="mb-6">
      <div className="mb-2 flex items-center gap-4 text-sm text-muted-foreground tabular-nums">
        <span className="shrink-0">
          {formatBinary(totalBytes)} of {formatBinary(limitBytes)}
        </span>
        <Progress label="Storage that is taken" value={Math.min(100, share)} />
      </div>
      <div ref={box} style={{ height: totalBytes > 0 ? HEIGHT : 0 }}>
        {width > 0 ? (
          <svg aria-hidden width={width} height={HEIGHT} className="block">
            {tiles.map(({ name, bytes, x, y, width: across, height, look }) => (
              <g key={name} transform={`translate(${x} ${y})`} className={look}>
                <rect width={across} height={height} rx="8" />
                {across > 84 && height > 44 ? (
                  <>
                    <text x="12" y="24" className="fill-current text-xs font-medium">
                      {name}
                    </text>
                    <text x="12" y="40" className="fill-current text-xs tabular-nums">
                      {formatBinary(bytes)}
                    </text>
                  </>
                ) : null}
                <title>{`${name}: ${formatBinary(bytes)}`}</title>
              </g>
            ))}
          </svg>
        ) : null}
      </div>
      <table className="sr-only">
        <caption>What takes the storage</caption>
        <tbody>
          {tiles.map(({ name, bytes }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatBinary(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function StorageSkeleton() {
  return (
    <div className="mb-6">
      <Skeleton className="mb-2 h-5 w-full" />
      <Skeleton className="h-24 rounded-md" />
    </div>
  );
}
