"use client";

import { Dialog } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { formatBytes, formatDuration } from "~/components/media/format";
import { Button } from "~/components/ui/button";
import type { FileView } from "~/server/files/schema";
import { FileContent } from "./file-content";
import { useFileActions } from "./use-file-actions";

type Props = {
  /** Null while none is open. */
  file: FileView | null;
  onClose: () => void;
  /** Null at an end. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** A file over the page, with the ones beside it in reach. */
export function FilePreview({ file, onClose, onPrevious, onNext }: Props) {
  function turn(event: KeyboardEvent) {
    // The arrows of a player are its own.
    if (event.target instanceof HTMLElement && event.target.closest(".player, audio")) return;
    if (event.key === "ArrowLeft") onPrevious?.();
    if (event.key === "ArrowRight") onNext?.();
  }
  return (
    <Dialog.Root open={file !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          onKeyDown={turn}
          className="popup-motion fixed inset-0 z-50 flex flex-col bg-popover text-popover-foreground outline-none sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[calc(100dvh-3rem)] sm:w-[min(64rem,calc(100vw-3rem))] sm:-translate-1/2 sm:rounded-lg sm:border sm:shadow-overlay"
        >
          {file ? (
            <>
              <Header file={file} onPrevious={onPrevious} onNext={onNext} />
              <div className="grid min-h-0 grow place-items-center overflow-auto bg-muted p-4 sm:min-h-80 sm:rounded-b-lg">
                <FileContent key={file.id} file={file} />
              </div>
            </>
          ) : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type HeaderProps = Pick<Props, "onPrevious" | "onNext"> & { file: FileView };

function Header({ file, onPrevious, onNext }: HeaderProps) {
  const { download } = useFileActions(file);
  return (
    <header className="flex items-center gap-1 py-2 pr-2 pl-4">
      <div className="min-w-0 grow">
        <Dialog.Title className="truncate text-sm font-medium">{file.filename}</Dialog.Title>
        <Dialog.Description className="truncate text-xs text-muted-foreground tabular-nums">
          {factsOf(file)}
        </Dialog.Description>
      </div>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Previous file"
        disabled={!onPrevious}
        onClick={() => onPrevious?.()}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Next file"
        disabled={!onNext}
        onClick={() => onNext?.()}
      >
        <ChevronRight aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Download ${file.filename}`}
        pending={download.isPending}
        onClick={download.start}
      >
        <Download aria-hidden />
      </Button>
      <Dialog.Close render={<Button variant="ghost" size="icon" />} aria-label="Close">
        <X aria-hidden />
      </Dialog.Close>
    </header>
  );
}

function factsOf({ size, width, height, durationSeconds, contentType }: FileView): string {
  return [
    formatBytes(size),
    width && height ? `${width} × ${height}` : null,
    durationSeconds ? formatDuration(durationSeconds) : null,
    contentType,
  ]
    .filter((fact) => fact !== null)
    .join(" · ");
}
