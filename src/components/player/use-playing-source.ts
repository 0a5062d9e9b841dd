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

/** Gives a film or a sound its source, and a newer URL of it when it needs one; see `createPlayingSource`. */
export function usePlayingSource(
  media: RefObject<HTMLMediaElement | null>,
  still: RefObject<HTMLCanvasElement | null> | null,
  { src, begin, onSourceLost }: Options,
): void {
  const source = useRef<ReturnType<typeof createPlayingSource> | null>(null);
  const onLost = useEffectEvent(onSourceLost);
  const first = useEffectEvent(begin);

  useEffect(() => {
    const film = media.current;
    if (!film) return;
    source.current = createPlayingSource(film, {
      freeze: () => {
        if (film instanceof HTMLVideoElement) freezeFrame(film, still?.current ?? null);
      },
      onLost: () => onLost(),
    });
    return () => source.current?.letGo();
  }, [media, still]);

  useEffect(() => source.current?.offer(src, () => first()), [src]);
}
