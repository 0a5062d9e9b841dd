"use client";

import { Undo2 } from "lucide-react";
import { formatBytes } from "~/components/media/format";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import type { TrashedFileView } from "~/server/files/schema";
import { DaysLeft } from "./days-left";
import { SelectBox } from "./select-box";

type Props = {
  file: TrashedFileView;
  isChosen: boolean;
  isPending: boolean;
  onChoose: (isRange: boolean) => void;
  onRestore: () => void;
};

export function TrashedFile({ file, isChosen, isPending, onChoose, onRestore }: Props) {
  return (
    <li
      className={cn(
        "flex min-h-[72px] items-center gap-2 py-2 pr-2",
        isChosen && "bg-primary-tint",
      )}
    >
      <SelectBox
        label={`Choose ${file.filename}`}
        isChecked={isChosen}
        onChoose={onChoose}
        className="shrink-0"
      />
      <DaysLeft until={file.restorableUntil} />
      <div className="ml-2 min-w-0 grow">
        <p className="truncate text-sm font-medium" title={file.filename}>
          {file.filename}
        </p>
        <p className="text-xs text-muted-foreground tabular-nums">{formatBytes(file.size)}</p>
      </div>
      <Button
        variant="outline"
        size="sm"
        aria-label={`Restore ${file.filename}`}
        pending={isPending}
        onClick={onRestore}
      >
        <Undo2 aria-hidden /> Restore
      </Button>
    </li>
  );
}
