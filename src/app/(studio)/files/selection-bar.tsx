"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatBytes } from "~/components/media/format";
import { Button } from "~/components/ui/button";

type Props = {
  files: readonly { size: number }[];
  /** Null when all are chosen. */
  onAll: (() => void) | null;
  isCollecting?: boolean;
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
};

/**
 * How many files are chosen, and what to do with them. It lies over what is above the list, and stays
 * in sight below the page's header: nothing moves under the pointer when the first one is chosen.
 */
export function SelectionBar({ files, onAll, isCollecting = false, onClear, children }: Props) {
  const bytes = files.reduce((all, { size }) => all + size, 0);
  return (
    <div className="sticky top-[8.25rem] z-20 h-0">
      <section
        aria-label="Chosen files"
        className="absolute inset-x-0 bottom-2 flex min-h-14 items-center gap-1 rounded-md border bg-popover px-2 text-popover-foreground shadow-overlay"
      >
        <Button variant="ghost" size="icon" aria-label="Choose none" title="Esc" onClick={onClear}>
          <X aria-hidden />
        </Button>
        <p role="status" className="min-w-0 truncate text-sm font-medium tabular-nums">
          {files.length} chosen
          <span className="ml-2 font-normal text-muted-foreground max-sm:hidden">
            {formatBytes(bytes)}
          </span>
        </p>
        {onAll ? (
          <Button variant="ghost" size="sm" pending={isCollecting} onClick={onAll}>
            Choose all
          </Button>
        ) : null}
        <div className="ml-auto flex items-center gap-1">{children}</div>
      </section>
    </div>
  );
}
