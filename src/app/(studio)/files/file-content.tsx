"use client";

import { useState } from "react";
import { useSteadyUrl } from "~/components/media/steady-url";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { type FileView, groupOf } from "~/server/files/schema";
import { FilePicture } from "./file-picture";
import { FilmContent } from "./film-content";
import { TextContent } from "./text-content";
import { useFileActions } from "./use-file-actions";

/** What is in a file, as far as a browser can show it without running it. */
export function FileContent({ file }: { file: FileView }) {
  const [isBroken, setBroken] = useState(false);
  const [url] = useSteadyUrl(file.url);
  const [waveformUrl] = useSteadyUrl(file.waveformUrl);
  const group = groupOf(file.contentType);
  if (!url || isBroken) return <NotShown file={file} />;

  if (group === "image") {
    return (
      <img
        src={url}
        alt={file.filename}
        onError={() => setBroken(true)}
        className="max-h-[calc(100dvh-10rem)] max-w-full rounded-sm object-contain"
      />
    );
  }
  if (group === "video") return <FilmContent file={file} />;
  if (group === "audio") {
    return (
      <div className="w-full max-w-xl">
        {waveformUrl ? <img src={waveformUrl} alt="" className="mb-4 h-32 w-full" /> : null}
        {/* biome-ignore lint/a11y/useMediaCaption: what people upload has the captions that it has. */}
        <audio controls src={url} onError={() => setBroken(true)} className="w-full" />
      </div>
    );
  }
  if (file.contentType === "application/pdf") return <NotShown file={file} />;
  return <TextContent url={url} size={file.size} />;
}

/** A PDF can act, and some films and pictures are strange to browsers: they open outside of the page. */
function NotShown({ file }: { file: FileView }) {
  const { download } = useFileActions(file);
  const isPdf = file.contentType === "application/pdf";
  return (
    <EmptyState
      picture={<FilePicture file={file} className="h-32 w-24 rounded-md border bg-card" />}
      title={isPdf ? "A PDF opens in your own reader" : "Your browser cannot show this"}
      action={
        <Button pending={download.isPending} onClick={download.start}>
          Download
        </Button>
      }
    >
      {isPdf
        ? "Here it would run inside T2M’s pages."
        : "The file is whole; download it to open it."}
    </EmptyState>
  );
}
