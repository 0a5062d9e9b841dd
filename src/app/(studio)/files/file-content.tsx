"use client";

import { useState } from "react";
import { useSteadyUrl } from "~/components/media/steady-url";
import { useSource } from "~/components/player/use-source";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { type FileView, groupOf } from "~/server/files/schema";
import { api } from "~/trpc/react";
import { AudioContent } from "./audio-content";
import { FilePicture } from "./file-picture";
import { FilmContent } from "./film-content";
import { TextContent } from "./text-content";
import { useFileActions } from "./use-file-actions";

/** What is in a file, as far as a browser can show it without running it. */
export function FileContent({ file }: { file: FileView }) {
  const fresh = api.files.get.useQuery({ fileId: file.id }, { initialData: file });
  const source = useSource(fresh.data.url, fresh.refetch);
  const [waveformUrl] = useSteadyUrl(fresh.data.waveformUrl);
  const [isShown, setShown] = useState(true);
  const { url } = source;
  const group = groupOf(file.contentType);
  if (!url || !isShown) return <NotShown file={file} />;

  if (group === "image") {
    return (
      <img
        src={url}
        alt={file.filename}
        onError={() => setShown(false)}
        className="max-h-[calc(100dvh-10rem)] max-w-full rounded-sm object-contain"
      />
    );
  }
  if (group === "video") return <FilmContent file={fresh.data} source={source} />;
  if (group === "audio") {
    return <AudioContent url={url} source={source} waveformUrl={waveformUrl} />;
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
