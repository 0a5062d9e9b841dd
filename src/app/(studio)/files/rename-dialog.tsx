"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { FileView } from "~/server/files/schema";
import { FileName } from "./file-name";

type Props = { file: FileView; isOpen: boolean; onClose: () => void };

export function RenameDialog({ file, isOpen, onClose }: Props) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(isStillOpen) => !isStillOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="popup-motion fixed top-1/3 left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-1/2 rounded-lg border bg-popover p-6 text-popover-foreground shadow-overlay outline-none">
          <Dialog.Title className="mb-4 text-lg font-semibold">Rename</Dialog.Title>
          <FileName file={file} onDone={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
