"use client";

import { formatBytes } from "~/components/media/format";
import { RelativeTime } from "~/components/media/relative-time";
import type { FileView } from "~/server/files/schema";
import { FileMenu } from "./file-menu";
import { FilePicture } from "./file-picture";

type Props = { file: FileView; onOpen: () => void };

/** One file in the grid: its picture opens it. */
export function FileTile({ file, onOpen }: Props) {
  return (
    <div className="flex h-full flex-col">
      <button
        type="button"
        onClick={onOpen}
        className="min-h-0 grow rounded-md border transition-colors hover:border-border-strong"
      >
        <span className="sr-only">Open {file.filename} </span>
        <FilePicture file={file} className="size-full rounded-[calc(var(--radius-md)-1px)]" />
      </button>
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
