"use client";

import type { MouseEvent } from "react";
import { formatBytes } from "~/components/media/format";
import { RelativeTime } from "~/components/media/relative-time";
import { cn } from "~/components/ui/cn";
import type { FileView } from "~/server/files/schema";
import { FileMenu } from "./file-menu";
import { FilePicture } from "./file-picture";
import { SelectBox } from "./select-box";

export type FileItemProps = {
  file: FileView;
  /** Some file is chosen: then a press chooses this one, too. */
  isSelecting: boolean;
  isChosen: boolean;
  onPress: (event: MouseEvent) => void;
  /** @param isRange - everything from the last one chosen to this one. */
  onChoose: (isRange: boolean) => void;
};

/** One file in the list. */
export function FileRow({ file, isSelecting, isChosen, onPress, onChoose }: FileItemProps) {
  return (
    <div className={cn("flex h-full items-center gap-2 border-b", isChosen && "bg-primary-tint")}>
      <SelectBox
        label={`Choose ${file.filename}`}
        isChecked={isChosen}
        onChoose={onChoose}
        className="shrink-0"
      />
      <button
        type="button"
        onClick={onPress}
        className="flex h-full min-w-0 grow items-center gap-4 rounded-sm text-left"
      >
        <span className="sr-only">
          {isSelecting ? "Choose" : "Open"} {file.filename}{" "}
        </span>
        <FilePicture file={file} className="h-12 w-21 shrink-0 rounded-sm" />
        <span className="min-w-0 grow">
          <span className="block truncate text-sm font-medium" title={file.filename}>
            {file.filename}
          </span>
          <span className="block truncate text-xs text-muted-foreground tabular-nums sm:hidden">
            {formatBytes(file.size)} · <RelativeTime iso={file.createdAt} />
          </span>
        </span>
        <span className="hidden w-24 shrink-0 text-right text-sm text-muted-foreground tabular-nums sm:block">
          {formatBytes(file.size)}
        </span>
        <span className="hidden w-36 shrink-0 text-right text-sm text-muted-foreground sm:block">
          <RelativeTime iso={file.createdAt} />
        </span>
      </button>
      <FileMenu file={file} />
    </div>
  );
}
