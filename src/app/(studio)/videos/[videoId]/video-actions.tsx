"use client";

import { Download, Repeat2, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { saveFile } from "~/components/media/save-file";
import { linkAt } from "~/components/player/time-code";
import { toastProblem } from "~/components/shell/problem-toast";
import { Button, buttonVariants } from "~/components/ui/button";
import { CopyButton } from "~/components/ui/copy-button";
import type { VideoView } from "~/server/videos/schema";
import { api } from "~/trpc/react";
import { ShareDialog } from "./share/share-dialog";

type Props = {
  video: VideoView;
  /** Where the film stands, in seconds. */
  readTime: () => number;
};

/** What can be done with a video. Deleting can be undone for as long as the toast stands, and longer. */
export function VideoActions({ video, readTime }: Props) {
  const router = useRouter();
  const utils = api.useUtils();
  const onError = toastProblem;

  const restore = api.videos.restore.useMutation({
    onSuccess() {
      void utils.videos.invalidate();
      router.push(`/videos/${video.id}`);
    },
    onError,
  });
  const remove = api.videos.remove.useMutation({
    onSuccess() {
      void utils.videos.list.invalidate();
      router.push("/videos");
      toast("Video deleted.", {
        action: { label: "Undo", onClick: () => restore.mutate({ videoId: video.id }) },
        duration: 10_000,
      });
    },
    onError,
  });
  const download = api.signedUrls.create.useMutation({
    onSuccess: ({ url }) => saveFile(url),
    onError,
  });

  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {video.fileId ? (
        <Button
          pending={download.isPending}
          onClick={() => download.mutate({ fileId: video.fileId ?? "", disposition: "attachment" })}
        >
          <Download aria-hidden /> Download
        </Button>
      ) : null}
      {video.fileId ? <ShareDialog video={video} /> : null}
      <Link
        href={`${video.recipe.scenes ? "/premium/advanced-generation" : "/dashboard"}?from=${video.id}`}
        className={buttonVariants({ variant: "outline" })}
      >
        <Repeat2 aria-hidden /> Make again
      </Link>
      {video.fileId ? (
        <CopyButton
          text={() => linkAt(location.href, readTime())}
          label="Copy link at this time"
          withLabel
          size="md"
        />
      ) : null}
      <Button
        variant="ghost"
        pending={remove.isPending}
        onClick={() => remove.mutate({ videoId: video.id })}
      >
        <Trash2 aria-hidden /> Delete
      </Button>
    </div>
  );
}
