"use client";

import { EXAMPLE } from "./example";
import { readRows } from "./read-rows";
import { RowsTable } from "./rows-table";
import { WriteRows } from "./write-rows";

const nothing = () => undefined;

/** The form with the example in it, for a page that is locked. */
export function LockedExample() {
  const { rows } = readRows(EXAMPLE);
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <WriteRows text={EXAMPLE} maxRows={rows.length} onChange={nothing} onCheck={nothing} />
      <RowsTable
        rows={rows}
        defaults={{ duration: 10, quality: "720p", aspectRatio: "16:9", style: "cinematic" }}
        problems={[]}
        onChange={nothing}
        onRemove={nothing}
      />
    </div>
  );
}
