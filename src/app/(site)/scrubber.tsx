"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { type Clip, clipSources } from "./clips";

const STEPS = 1000;

/** A film under a finger: the line moves it, nothing else plays it. */
export function Scrubber({ clip }: { clip: Clip }) {
  const video = useRef<HTMLVideoElement>(null);
  const [step, setStep] = useState(0);
  const { video: src, poster } = clipSources(clip);

  function seek(event: ChangeEvent<HTMLInputElement>) {
    const next = Number(event.target.value);
    setStep(next);
    const film = video.current;
    if (!film || !Number.isFinite(film.duration)) return;
    film.currentTime = (next / STEPS) * film.duration;
  }

  return (
    <div className="overflow-hidden rounded-lg border bg-card">
      <video
        ref={video}
        aria-hidden
        tabIndex={-1}
        muted
        playsInline
        preload="metadata"
        poster={poster}
        src={src}
        onLoadedMetadata={({ currentTarget: film }) => {
          if (step > 0) film.currentTime = (step / STEPS) * film.duration;
        }}
        className="aspect-video w-full bg-muted object-cover"
      />
      <div className="px-5 py-1.5">
        <input
          type="range"
          aria-label="Place in the film"
          aria-valuetext={`${Math.round((step / STEPS) * 100)} percent`}
          min={0}
          max={STEPS}
          value={step}
          onChange={seek}
          className="block h-11 w-full cursor-ew-resize accent-primary"
        />
      </div>
    </div>
  );
}
