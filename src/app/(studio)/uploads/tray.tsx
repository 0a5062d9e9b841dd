"use client";

import { ChevronDown, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { ProgressRing } from "~/components/ui/progress-ring";
import { sumUp, type Totals } from "./speed";
import { UploadRow } from "./tray-row";
import { describeTotals } from "./upload-words";
import { useUploadEngine, useUploads } from "./use-uploads";

/** Every upload of this page, bottom right; on a phone a sheet above the bar. */
export function UploadTray() {
  const uploads = useUploads();
  const engine = useUploadEngine();
  const [isOpen, setOpen] = useState(true);
  const totals = sumUp(uploads);
  const isBusy = totals.open > 0;
  useEffect(() => {
    // What comes new is shown, also in a tray that was closed over older files.
    if (uploads.length > 0) setOpen(true);
  }, [uploads.length]);

  function clear() {
    for (const { id, state } of uploads) {
      if (["ready", "failed", "twin"].includes(state.name)) engine.remove(id);
    }
  }

  return (
    <>
      <Announcement totals={totals} />
      {uploads.length > 0 ? (
        <section
          aria-label="Uploads"
          className="fixed inset-x-0 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-40 border-t bg-popover text-popover-foreground shadow-overlay sm:inset-x-auto sm:right-4 sm:w-96 sm:overflow-hidden sm:rounded-md sm:border md:bottom-4"
        >
          <header className="flex h-14 items-center gap-3 pr-2 pl-4">
            <ProgressRing label="Uploads" value={totals.percent} className="size-6" />
            <h2 className="min-w-0 grow truncate text-sm font-medium tabular-nums">
              {describeTotals(totals)}
            </h2>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-expanded={isOpen}
              aria-label={isOpen ? "Hide the files" : "Show the files"}
              onClick={() => setOpen(!isOpen)}
            >
              <ChevronDown
                aria-hidden
                className={cn("transition-transform", !isOpen && "rotate-180")}
              />
            </Button>
            {isBusy ? null : (
              <Button variant="ghost" size="icon-sm" aria-label="Close uploads" onClick={clear}>
                <X aria-hidden />
              </Button>
            )}
          </header>
          {isOpen ? (
            <ul className="max-h-[40dvh] divide-y overflow-y-auto border-t sm:max-h-96">
              {uploads.map((upload) => (
                <UploadRow key={upload.id} upload={upload} />
              ))}
            </ul>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

/** For screen readers: the beginning, the end, and what went wrong; the percents are for the eye. */
function Announcement({ totals }: { totals: Totals }) {
  const said = useRef({ open: 0, failed: 0 });
  const [words, setWords] = useState("");
  const { open, failed, ready } = totals;
  useEffect(() => {
    const before = said.current;
    said.current = { open, failed };
    if (failed > before.failed) setWords(`${failed} not uploaded. See the uploads.`);
    else if (open > 0 && before.open === 0)
      setWords(describeTotals({ ...totals, secondsLeft: null }));
    else if (open === 0 && before.open > 0 && ready > 0) setWords(describeTotals(totals));
  }, [open, failed, ready, totals]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
