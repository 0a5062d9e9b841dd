"use client";

import { toast } from "sonner";
import { saveFile } from "~/components/media/save-file";
import { toastProblem } from "~/components/shell/problem-toast";
import type { FileView } from "~/server/files/schema";
import { api } from "~/trpc/react";

/** What can be done with a file. The film of a video goes and comes back with its video. */
export function useFileActions(file: FileView) {
  const utils = api.useUtils();
  const onError = toastProblem;
  const renew = () => void Promise.all([utils.files.invalidate(), utils.account.me.invalidate()]);

  const download = api.signedUrls.create.useMutation({
    onSuccess: ({ url }) => saveFile(url),
    onError,
  });
  const restoreUpload = api.files.restore.useMutation({ onSuccess: renew, onError });
  const restoreVideo = api.videos.restore.useMutation({ onSuccess: renew, onError });

  function onRemoved() {
    renew();
    const { id: fileId, videoId } = file;
    const onClick = () =>
      videoId ? restoreVideo.mutate({ videoId }) : restoreUpload.mutate({ fileId });
    toast(`${file.filename} deleted.`, { action: { label: "Undo", onClick }, duration: 10_000 });
  }
  const removeUpload = api.files.remove.useMutation({ onSuccess: onRemoved, onError });
  const removeVideo = api.videos.remove.useMutation({ onSuccess: onRemoved, onError });

  return {
    download: {
      isPending: download.isPending,
      start: () => download.mutate({ fileId: file.id, disposition: "attachment" }),
    },
    remove: {
      isPending: removeUpload.isPending || removeVideo.isPending,
      start: () =>
        file.videoId
          ? removeVideo.mutate({ videoId: file.videoId })
          : removeUpload.mutate({ fileId: file.id }),
    },
  };
}
