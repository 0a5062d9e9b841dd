"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { collectFiles } from "./collect-files";

const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes("Files") ?? false;

/** Every page takes dropped files; the page of files takes pasted ones as well. */
export function DropAnywhere({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [isOver, setOver] = useState(false);
  const isFilesPage = usePathname() === "/files";

  const take = useEffectEvent(async (transfer: DataTransfer) => {
    const files = await collectFiles(transfer);
    if (files.length > 0) onFiles(files);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData, target } = event;
    const isField = target instanceof HTMLElement && target.matches("input, textarea");
    if (!isFilesPage || isField || !clipboardData || !hasFiles(clipboardData)) return;
    event.preventDefault();
    void take(clipboardData);
  });

  useEffect(() => {
    const leaving = new AbortController();
    const options = { signal: leaving.signal };
    window.addEventListener(
      "dragover",
      (event) => {
        if (!hasFiles(event.dataTransfer)) return;
        // Without this the browser opens the file in place of the page.
        event.preventDefault();
        setOver(true);
      },
      options,
    );
    window.addEventListener(
      "dragleave",
      ({ relatedTarget }) => !relatedTarget && setOver(false),
      options,
    );
    window.addEventListener(
      "drop",
      (event) => {
        setOver(false);
        if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        void take(event.dataTransfer);
      },
      options,
    );
    window.addEventListener("paste", paste, options);
    return () => leaving.abort();
  }, []);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 bg-background/80 p-3 backdrop-blur-sm">
      <div className="grid size-full place-items-center rounded-lg border-2 border-dashed border-primary bg-primary-tint/60">
        <p className="text-xl font-semibold text-primary-ink">Drop to upload</p>
      </div>
    </div>
  );
}
