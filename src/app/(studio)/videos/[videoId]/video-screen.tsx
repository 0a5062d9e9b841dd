"use client";

import { useRef } from "react";
import type { VideoDetails } from "~/server/videos/schema";
import { Film } from "./film";
import { PromptHeading } from "./prompt-heading";
import { Recipe } from "./recipe";
import { Understood } from "./understood";
import { useVideo } from "./use-video";
import { VideoActions } from "./video-actions";

/** One video: the player in the centre, or the film as it is being drawn. */
export function VideoScreen({ initial }: { initial: VideoDetails }) {
  const { video, job, refetch } = useVideo(initial);
  const time = useRef(0);
  const stage = useRef<HTMLDivElement>(null);

  function seek(seconds: number) {
    const film = stage.current?.querySelector("video");
    if (film) film.currentTime = seconds;
  }

  return (
    <div className="mx-auto grid w-full max-w-7xl gap-8 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-10">
      <div className="min-w-0">
        <div ref={stage}>
          <Film
            video={video}
            job={job}
            refetch={refetch}
            onTime={(seconds) => {
              time.current = seconds;
            }}
          />
        </div>
        <PromptHeading prompt={video.prompt} />
        <VideoActions video={video} readTime={() => time.current} />
        {video.storyboard ? <Understood storyboard={video.storyboard} onSeek={seek} /> : null}
      </div>
      <Recipe video={video} />
    </div>
  );
}
