"use client";

import { AudioLines, FileText, FileType2, Film, Image } from "lucide-react";
import { formatDuration } from "~/components/media/format";
import { HoverPreview } from "~/components/media/hover-preview";
import { useSteadyUrl } from "~/components/media/steady-url";
import { cn } from "~/components/ui/cn";
import { type FileView, groupOf } from "~/server/files/schema";

/** A picture that nobody has made smaller yet is shown as it is, up to this many bytes. */
const MAX_ORIGINAL_BYTES = 4_000_000;
const IN_BROWSERS = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"];

/** What a file looks like, small; a film plays under the pointer. */
export function FilePicture({ file, className }: { file: FileView; className?: string }) {
  const [posterUrl] = useSteadyUrl(smallPictureOf(file));
  const [previewUrl] = useSteadyUrl(file.previewUrl);
  const group = groupOf(file.contentType);
  const isWave = group === "audio" && posterUrl !== null;
  return (
    <span className={cn("relative block overflow-hidden bg-muted", className)}>
      {posterUrl && !isWave ? (
        <HoverPreview
          posterUrl={posterUrl}
          previewUrl={previewUrl}
          alt=""
          isWide={group !== "video" || (file.width ?? 16) > (file.height ?? 9)}
        />
      ) : null}
      {isWave ? (
        <img src={posterUrl} alt="" loading="lazy" className="size-full object-fill" />
      ) : null}
      {posterUrl ? null : <KindMark file={file} />}
      {file.durationSeconds ? (
        <span className="absolute right-1.5 bottom-1.5 rounded-[0.3rem] bg-black/75 px-1 text-xs text-white tabular-nums">
          {formatDuration(file.durationSeconds)}
        </span>
      ) : null}
    </span>
  );
}

function smallPictureOf({ posterUrl, waveformUrl, url, contentType, size }: FileView) {
  const isSmall = IN_BROWSERS.includes(contentType) && size <= MAX_ORIGINAL_BYTES;
  return posterUrl ?? waveformUrl ?? (isSmall ? url : null);
}

const MARKS = { video: Film, image: Image, audio: AudioLines, document: FileText } as const;

function KindMark({ file }: { file: FileView }) {
  const isPdf = file.contentType === "application/pdf";
  const Mark = isPdf ? FileType2 : MARKS[groupOf(file.contentType)];
  return (
    <span className="absolute inset-0 grid place-items-center text-muted-foreground">
      <Mark aria-hidden strokeWidth={1.5} className="size-[min(2.5rem,50%)]" />
    </span>
  );
}
