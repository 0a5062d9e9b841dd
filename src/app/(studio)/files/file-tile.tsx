"use client";

import { formatBytes } from "~/components/media/format";
import { RelativeTime } from "~/components/media/relative-time";
import { cn } from "~/components/ui/cn";
import { FileMenu } from "./file-menu";
import { FilePicture } from "./file-picture";
import type { FileItemProps } from "./file-row";
import { SelectBox } from "./select-box";

/** One file in the grid: its picture opens it. */
export function FileTile({ file, isSelecting, isChosen, onPress, onChoose }: FileItemProps) {
  return (
    <div className="group relative flex h-full flex-col">
      <button
        type="button"
        onClick={onPress}
        className={cn(
          "min-h-0 grow rounded-md border transition-colors hover:border-border-strong",
          isChosen && "border-primary ring-2 ring-primary hover:border-primary",
        )}
      >
        <span className="sr-only">
          {isSelecting ? "Choose" : "Open"} {file.filename}{" "}
        </span>
        <FilePicture file={file} className="size-full rounded-[calc(var(--radius-md)-1px)]" />
      </button>
      <SelectBox
        label={`Choose ${file.filename}`}
        isChecked={isChosen}
        onChoose={onChoose}
        className={cn(
          "absolute top-0.5 left-0.5 transition-opacity",
          !isSelecting &&
            "opacity-0 group-hover:opacity-100 has-focus-visible:opacity-100 pointer-coarse:opacity-100",
        )}
      />
      <div className="mt-2 flex h-12 items-start gap-1">
        <div className="min-w-0 grow">
          <p className="truncate text-sm font-medium" title={file.filename}>
            {file.filename}
          </p>
          <p className="mt-0.5 truncate text-xs text-muted-foreground tabular-nums">
            {formatBytes(file.size)} · <RelativeTime iso={file.createdAt} />
          </p>
        </div>
        <FileMenu file={file} />
      </div>
    </div>
  );
}
