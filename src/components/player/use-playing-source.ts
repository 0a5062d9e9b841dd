"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { freezeFrame } from "./frozen-frame";

/** Frames end a little before what the container says. */
const SLACK_SECONDS = 0.25;

type Options = {
  src: string;
  /** Where the film begins, and whether by itself; asked once. */
  begin: () => { time: number; isPlaying: boolean };
  /** The source failed, and there is no newer one. */
  onSourceLost: () => void;
};

/**
 * Gives the film its source. A newer URL of it waits until bytes are needed that are not here yet, or
 * until the old one fails: then it takes over at the same place, speed, volume and state, under the
 * frame that stood.
 * @returns what `<video>` calls on an error.
 */
export function usePlayingSource(
  video: RefObject<HTMLVideoElement | null>,
  still: RefObject<HTMLCanvasElement | null>,
  { src, begin, onSourceLost }: Options,
): () => void {
  const waiting = useRef<string | null>(null);
  const first = useEffectEvent(begin);

  function takeOver(element: HTMLVideoElement): void {
    if (waiting.current === null) return;
    freezeFrame(element, still.current);
    swapSource(element, waiting.current);
    waiting.current = null;
  }

  const takeOverIfNeeded = useEffectEvent((element: HTMLVideoElement) => {
    if (element.error || !isBufferedToEnd(element)) takeOver(element);
  });

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    if (!element.hasAttribute("src")) {
      const { time, isPlaying } = first();
      element.src = src;
      if (time > 0) element.currentTime = time;
      if (isPlaying) element.play().catch(() => undefined);
    } else if (element.getAttribute("src") !== src) {
      waiting.current = src;
      if (element.error || !element.paused) takeOverIfNeeded(element);
    }
  }, [src, video]);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const leaving = new AbortController();
    for (const name of ["play", "seeking", "waiting"]) {
      element.addEventListener(name, () => takeOverIfNeeded(element), { signal: leaving.signal });
    }
    return () => leaving.abort();
  }, [video]);

  return () => {
    if (video.current && waiting.current !== null) takeOver(video.current);
    else onSourceLost();
  };
}

/** HTML's load algorithm keeps volume and muting; place, speed and playing are put back here. */
function swapSource(element: HTMLVideoElement, src: string): void {
  const { currentTime, paused, playbackRate } = element;
  element.defaultPlaybackRate = playbackRate;
  element.src = src;
  element.currentTime = currentTime;
  if (!paused) element.play().catch(() => undefined);
}

/** Whether the film can be played from here to its end without another request. */
function isBufferedToEnd({ buffered, currentTime, duration }: HTMLVideoElement): boolean {
  for (let index = 0; index < buffered.length; index += 1) {
    const isHere = buffered.start(index) <= currentTime + SLACK_SECONDS;
    if (isHere && buffered.end(index) >= duration - SLACK_SECONDS) {
      return buffered.end(index) >= currentTime;
    }
  }
  return false;
}
