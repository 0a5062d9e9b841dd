"use client";

import { Download, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { formatBytes } from "~/components/media/format";
import { RelativeTime } from "~/components/media/relative-time";
import { useSteadyUrl } from "~/components/media/steady-url";
import { Button } from "~/components/ui/button";
import type { FileView } from "~/server/files/schema";
import { FilmStrip } from "../tiles/live-picture";
import { FileName } from "./file-name";
import { useFileActions } from "./use-file-actions";

/** One file: what it is, and what can be done with it. */
export function FileRow({ file }: { file: FileView }) {
  const [isNaming, setIsNaming] = useState(false);
  const { download, remove } = useFileActions(file);
  const [posterUrl] = useSteadyUrl(file.posterUrl);
  return (
    <li className="flex min-h-20 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:flex-nowrap">
      <div className="relative grid h-12 w-21 shrink-0 place-items-center overflow-hidden rounded-sm bg-muted [&_svg]:h-7">
        {posterUrl ? (
          <img src={posterUrl} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <FilmStrip isMoving={false} />
        )}
      </div>
      <div className="min-w-0 grow basis-40">
        {isNaming ? (
          <FileName file={file} onDone={() => setIsNaming(false)} />
        ) : (
          <p className="truncate text-sm font-medium" title={file.filename}>
            {file.videoId ? (
              <Link href={`/videos/${file.videoId}`} className="hover:text-primary-ink">
                {file.filename}
              </Link>
            ) : (
              file.filename
            )}
          </p>
        )}
        <p className="mt-1 text-xs text-muted-foreground tabular-nums">
          {formatBytes(file.size)} · <RelativeTime iso={file.createdAt} />
        </p>
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Download ${file.filename}`}
          pending={download.isPending}
          onClick={download.start}
        >
          <Download aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Rename ${file.filename}`}
          onClick={() => setIsNaming(true)}
        >
          <Pencil aria-hidden />
        </Button>
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Delete ${file.filename}`}
          pending={remove.isPending}
          onClick={remove.start}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
    </li>
  );
}
