"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { formatBytes } from "~/components/media/format";
import { Button } from "~/components/ui/button";
import { countFiles } from "./counted-files";

/** What would be lost. */
export type Doomed = {
  files: number;
  bytes: number;
  /** Of some of them, to be known again. */
  names: readonly string[];
  /** How many of these are films of videos. */
  films: number;
  /** Everything in the trash. */
  isAll: boolean;
};

type Props = {
  isOpen: boolean;
  /** Stays while the dialog goes. */
  doomed: Doomed | null;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

const NAMED = 3;

/** Asks before something cannot be had back, and says what. */
export function DeleteDialog({ isOpen, doomed, isPending, onConfirm, onClose }: Props) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(isStillOpen) => !isStillOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="popup-motion fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-1/2 rounded-lg border bg-popover p-6 text-popover-foreground shadow-overlay outline-none">
          {doomed ? (
            <>
              <AlertDialog.Title className="text-lg font-semibold text-balance wrap-anywhere">
                {titleOf(doomed)}
              </AlertDialog.Title>
              <AlertDialog.Description
                render={<div />}
                className="mt-2 space-y-3 text-sm text-pretty text-muted-foreground"
              >
                <ul className="divide-y rounded-md border text-foreground">
                  {doomed.names.slice(0, NAMED).map((name, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and none moves.
                    <li key={index} className="truncate px-3 py-2">
                      {name}
                    </li>
                  ))}
                  {doomed.files > NAMED ? (
                    <li className="px-3 py-2 text-muted-foreground">
                      and {doomed.files - NAMED} more
                    </li>
                  ) : null}
                </ul>
                <p>
                  {formatBytes(doomed.bytes)} of bytes go from T2M at once. Nobody can bring them
                  back.
                  {doomed.films > 0
                    ? " The films’ videos go along, with their recipes and the links to them."
                    : null}
                </p>
              </AlertDialog.Description>
              <div className="mt-6 flex flex-wrap justify-end gap-2">
                <AlertDialog.Close render={<Button variant="ghost">Keep</Button>} />
                <Button variant="destructive" pending={isPending} onClick={onConfirm}>
                  {doomed.isAll ? "Empty trash" : "Delete forever"}
                </Button>
              </div>
            </>
          ) : null}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function titleOf({ files, isAll }: Doomed): string {
  if (isAll) return `Empty the trash: delete ${countFiles(files)} forever?`;
  return `Delete ${countFiles(files)} forever?`;
}
