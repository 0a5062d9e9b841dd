"use client";

import { Eye } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import type { StaffJobView } from "~/server/admin/schema";

/** What somebody asked for: covered until one wants to see it, and length only without the right. */
export function Prompt({ job: { prompt, promptLength } }: { job: StaffJobView }) {
  const [isShown, setIsShown] = useState(false);
  if (prompt !== null && isShown) {
    return <p className="line-clamp-3 text-sm font-medium break-words">{prompt}</p>;
  }
  return (
    <p className="flex min-h-8 items-center gap-2 text-sm">
      <span
        aria-hidden
        className="h-3 max-w-40 rounded-full bg-secondary-hover"
        style={{ width: `${Math.max(1.5, promptLength / 8)}rem` }}
      />
      <span className="text-xs text-muted-foreground tabular-nums">
        {promptLength} {promptLength === 1 ? "letter" : "letters"}
      </span>
      {prompt === null ? null : (
        <Button variant="ghost" size="sm" onClick={() => setIsShown(true)}>
          <Eye aria-hidden /> Show prompt
        </Button>
      )}
    </p>
  );
}
