"use client";

import { ArrowRight } from "lucide-react";
import { Button } from "~/components/ui/button";
import { isTerminal } from "~/server/jobs/schema";
import { frameSize } from "~/server/platform/generators/schema";
import type { VideoView } from "~/server/videos/schema";
import { Film } from "../videos/[videoId]/film";
import { useVideo } from "../videos/[videoId]/use-video";
import { StepFrame } from "./step-frame";
import { useWelcome } from "./use-welcome";

/** The first film as it is drawn, and then as it plays, in one and the same place. */
export function WatchStep({ initial }: { initial: VideoView }) {
  const { video, job, refetch } = useVideo(initial);
  const { finish, isFinishing } = useWelcome();
  const { width, height } = frameSize(video.recipe.quality, video.recipe.aspectRatio);
  const isReady = video.urls.video !== null;
  const hasFailed = isTerminal(job.status) && job.status !== "SUCCEEDED";
  return (
    <StepFrame step={3} title={titleOf(isReady, hasFailed)}>
      <div
        className="mx-auto w-full"
        style={{ maxWidth: `min(48rem, calc(54svh * ${width} / ${height}))` }}
      >
        <Film video={video} job={job} refetch={refetch} startsPlaying />
      </div>
      <p className="mx-auto mt-4 max-w-[68ch] text-center text-base text-pretty wrap-anywhere">
        {video.prompt}
      </p>
      <Button
        size="lg"
        variant={isReady ? "primary" : "outline"}
        pending={isFinishing}
        onClick={finish}
        className="mt-8 self-center"
      >
        To your studio
        <ArrowRight aria-hidden />
      </Button>
    </StepFrame>
  );
}

function titleOf(isReady: boolean, hasFailed: boolean): string {
  if (isReady) return "Your first film";
  return hasFailed ? "That did not work out" : "Watch it being drawn";
}
