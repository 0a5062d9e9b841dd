"use client";

import { Download } from "lucide-react";
import { formatBytes } from "~/components/media/format";
import { saveFile } from "~/components/media/save-file";
import { Button } from "~/components/ui/button";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";

/** The browser itself downloads it, and shows how far it is. */
export function Export() {
  const begin = api.account.exportData.useMutation({ onSuccess: ({ url }) => saveFile(url) });
  return (
    <>
      <ArchivePicture />
      <Button className="mt-5" pending={begin.isPending} onClick={() => begin.mutate()}>
        <Download aria-hidden /> Download a copy
      </Button>
      <p
        role={begin.isError ? "alert" : "status"}
        className={`mt-3 text-sm ${begin.isError ? "text-destructive-ink" : "text-muted-foreground"}`}
      >
        {begin.isError ? errorSentence(begin.error) : null}
        {begin.isSuccess
          ? `On its way: ${count(begin.data.files)}, ${formatBytes(begin.data.bytes)}. Your browser shows how far it is.`
          : null}
        {begin.isIdle || begin.isPending ? "One zip. It is made while you download it." : null}
      </p>
    </>
  );
}

function count(files: number): string {
  return `${files.toLocaleString("en")} ${files === 1 ? "file" : "files"}`;
}

/** Frames, a page of recipes and a parcel that they go into. */
function ArchivePicture() {
  const frame = "fill-muted stroke-border-strong";
  return (
    <svg aria-hidden viewBox="0 0 200 92" strokeWidth="1.5" className="h-23 w-50">
      <rect x="2" y="8" width="56" height="32" rx="6" className={frame} />
      <path d="m25 18 12 6-12 6Z" className="fill-border-strong stroke-none" />
      <rect x="10" y="50" width="40" height="34" rx="6" className={frame} />
      <path
        d="M18 60h24M18 67h24M18 74h14"
        strokeLinecap="round"
        className="stroke-border-strong"
      />
      <path
        d="M72 46h28m-9-8 9 8-9 8"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-muted-foreground"
      />
      <rect
        x="116"
        y="14"
        width="82"
        height="66"
        rx="10"
        className="fill-primary-tint stroke-primary-ink"
      />
      <path
        d="M157 14v10m0 6v0m0 6v0m0 6v0m0 6v8"
        strokeLinecap="round"
        strokeDasharray="5 6"
        className="stroke-primary-ink"
      />
      <rect x="150" y="52" width="14" height="16" rx="4" className="fill-card stroke-primary-ink" />
    </svg>
  );
}
