"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "~/components/media/relative-time";
import type { BatchDetail } from "~/server/batches/schema";
import { api } from "~/trpc/react";
import { BatchBar } from "../batch-bar";
import { BatchChip } from "../batch-chip";
import { BatchActions } from "./batch-actions";
import { ContactSheet } from "./contact-sheet";
import { RowMap } from "./row-map";

const REFRESH_MS = 3_000;

/** One batch, live: every row as a dot, and the pictures as they come. */
export function BatchScreen({ initial }: { initial: BatchDetail }) {
  const query = api.batches.get.useQuery(
    { batchId: initial.id },
    {
      initialData: initial,
      refetchInterval: ({ state }) => (isMoving(state.data ?? initial) ? REFRESH_MS : false),
    },
  );
  const batch = query.data;
  return (
    <>
      <Link
        href="/premium/batch-processing"
        className="inline-flex items-center gap-2 text-sm text-muted-foreground hover:text-foreground [&_svg]:size-4"
      >
        <ArrowLeft aria-hidden /> All batches
      </Link>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="flex flex-wrap items-center gap-3 text-lg font-semibold wrap-anywhere">
            {batch.name} <BatchChip state={batch.state} />
          </h1>
          <p className="mt-1 text-sm text-muted-foreground tabular-nums">
            {batch.rows} {batch.rows === 1 ? "row" : "rows"} ·{" "}
            <RelativeTime iso={batch.createdAt} />
            {isMoving(batch) ? " · You can close this page." : null}
          </p>
        </div>
        <BatchActions batch={batch} />
      </div>
      <BatchBar batch={batch} className="mt-6" />
      <RowMap letters={batch.letters} />
      <ContactSheet batchId={batch.id} version={batch.letters} />
    </>
  );
}

/** Whether anything of it can change by itself; what is being made of a paused one still ends. */
function isMoving({ state, counts }: BatchDetail): boolean {
  return state === "RUNNING" || counts.running > 0;
}
