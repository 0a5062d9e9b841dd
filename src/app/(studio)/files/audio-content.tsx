"use client";

import { useRef } from "react";
import { BrokenSource } from "~/components/player/broken-source";
import { usePlayingSource } from "~/components/player/use-playing-source";
import type { useSource } from "~/components/player/use-source";

type Props = {
  url: string;
  source: ReturnType<typeof useSource>;
  waveformUrl: string | null;
};

/** A sound, over the picture of it where there is one; it goes on when its URL ends. */
export function AudioContent({ url, source, waveformUrl }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  usePlayingSource(audio, null, {
    src: url,
    begin: () => ({ time: 0, isPlaying: false }),
    onSourceLost: source.renew,
  });
  return (
    <div className="relative w-full max-w-xl">
      {waveformUrl ? <img src={waveformUrl} alt="" className="mb-4 h-32 w-full" /> : null}
      {/* biome-ignore lint/a11y/useMediaCaption: what people upload has the captions that it has. */}
      <audio ref={audio} controls className="w-full" />
      {source.isBroken ? <BrokenSource onRetry={source.startOver} /> : null}
    </div>
  );
}
