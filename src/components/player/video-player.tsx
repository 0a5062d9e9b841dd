"use client";

import {
  MediaControlBar,
  MediaController,
  MediaFullscreenButton,
  MediaLoadingIndicator,
  MediaMuteButton,
  MediaPipButton,
  MediaPlayButton,
  MediaPlaybackRateButton,
  MediaTimeDisplay,
  MediaTimeRange,
  MediaVolumeRange,
} from "media-chrome/react";
import { useEffect, useRef } from "react";
import "./player.css";

export type VideoPlayerProps = {
  src: string;
  poster: string | null;
  label: string;
  width: number;
  height: number;
  /** Plays of itself, where the browser allows that. */
  startsPlaying?: boolean;
  /** The source no longer answers: its URL has expired, or the network is gone. */
  onSourceLost: () => void;
};

/**
 * The one player. Space and K play, J and L and the arrows seek, F fills the screen, M mutes (Media
 * Chrome's keys). A new `src` goes on where the old one stood.
 */
export function VideoPlayer({
  src,
  poster,
  label,
  width,
  height,
  startsPlaying = false,
  onSourceLost,
}: VideoPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const position = useRef({ time: 0, wasPlaying: startsPlaying });

  useEffect(() => {
    const element = video.current;
    if (!element || element.getAttribute("src") === src) return;
    const { time, wasPlaying } = position.current;
    element.src = src;
    element.currentTime = time;
    if (wasPlaying) element.play().catch(() => undefined);
  }, [src]);

  return (
    <MediaController
      className="player"
      style={{ aspectRatio: `${width} / ${height}` }}
      aria-label={label}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the built-in films have music and no speech. */}
      <video
        ref={video}
        slot="media"
        poster={poster ?? undefined}
        preload="metadata"
        playsInline
        onTimeUpdate={({ currentTarget }) => {
          position.current = { time: currentTarget.currentTime, wasPlaying: !currentTarget.paused };
        }}
        onPause={() => {
          position.current.wasPlaying = false;
        }}
        onError={onSourceLost}
      />
      <MediaLoadingIndicator slot="centered-chrome" noAutohide />
      <MediaControlBar>
        <MediaPlayButton />
        <MediaTimeRange />
        <MediaTimeDisplay showDuration />
        <MediaMuteButton />
        <MediaVolumeRange />
        <MediaPlaybackRateButton rates={[0.5, 1, 1.5, 2]} />
        <MediaPipButton />
        <MediaFullscreenButton />
      </MediaControlBar>
    </MediaController>
  );
}
