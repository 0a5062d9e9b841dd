"use client";

import { useRef } from "react";
import type { VideoView } from "~/server/videos/schema";
import { Film } from "./film";
import { PromptHeading } from "./prompt-heading";
import { Recipe } from "./recipe";
import { useVideo } from "./use-video";
import { VideoActions } from "./video-actions";

/** One video: the player in the centre, or the film as it is being drawn. */
export function VideoScreen({ initial }: { initial: VideoView }) {
  const { video, job, refetch } = useVideo(initial);
  const time = useRef(0);
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-8 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-10">
      <div className="min-w-0">
        <Film
          video={video}
          job={job}
          refetch={refetch}
          onTime={(seconds) => {
            time.current = seconds;
          }}
        />
        <PromptHeading prompt={video.prompt} />
        <VideoActions video={video} readTime={() => time.current} />
      </div>
      <Recipe video={video} />
    </div>
  );
}
