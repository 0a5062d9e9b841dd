"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { freezeFrame } from "./frozen-frame";
import { createPlayingSource } from "./playing-source";

type Options = {
  src: string;
  /** Where the film begins, and whether by itself; asked once. */
  begin: () => { time: number; isPlaying: boolean };
  /** The source failed, and there is no newer one. */
  onSourceLost: () => void;
};

/** Gives the film in `video` its source, and a newer URL of it when it needs one; see `createPlayingSource`. */
export function usePlayingSource(
  video: RefObject<HTMLVideoElement | null>,
  still: RefObject<HTMLCanvasElement | null>,
  { src, begin, onSourceLost }: Options,
): void {
  const source = useRef<ReturnType<typeof createPlayingSource> | null>(null);
  const onLost = useEffectEvent(onSourceLost);
  const first = useEffectEvent(begin);

  useEffect(() => {
    const film = video.current;
    if (!film) return;
    source.current = createPlayingSource(film, {
      freeze: () => freezeFrame(film, still.current),
      onLost: () => onLost(),
    });
    return () => source.current?.letGo();
  }, [video, still]);

  useEffect(() => source.current?.offer(src, () => first()), [src]);
}
