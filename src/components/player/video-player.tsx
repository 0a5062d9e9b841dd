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
import { useEffect, useEffectEvent, useRef } from "react";
import { useWatching } from "./use-watching";
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
  /** Where the film begins, in seconds; asked once, in the browser. */
  readStart?: () => number;
  /** While it plays, and whenever it stops or is moved; seconds. */
  onTime?: (at: { time: number; duration: number; isPaused: boolean }) => void;
  /** It plays in a page that is shown, or no longer does. */
  onWatchingChange?: (isWatching: boolean) => void;
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
  readStart,
  onTime,
  onWatchingChange,
}: VideoPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const position = useRef<{ time: number; wasPlaying: boolean } | null>(null);
  const begin = useEffectEvent(() => ({ time: readStart?.() ?? 0, wasPlaying: startsPlaying }));
  useWatching(video, onWatchingChange);

  function tellTime(element: HTMLVideoElement) {
    const { currentTime: time, duration, paused: isPaused } = element;
    position.current = { time, wasPlaying: !isPaused };
    onTime?.({ time, duration, isPaused });
  }

  useEffect(() => {
    const element = video.current;
    if (!element || element.getAttribute("src") === src) return;
    position.current ??= begin();
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
        onTimeUpdate={({ currentTarget }) => tellTime(currentTarget)}
        onPause={({ currentTarget }) => tellTime(currentTarget)}
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
