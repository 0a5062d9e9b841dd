"use client";

import { CircleHelp, Repeat } from "lucide-react";
import {
  MediaCaptionsButton,
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
import { type KeyboardEvent, useRef, useState } from "react";
import { CaptionsTrack } from "./captions-track";
import { KeyHelp } from "./key-help";
import { handlePlayerKey, reservedKeys } from "./player-keys";
import type { Storyboard } from "./storyboard";
import { ThumbnailTrack } from "./thumbnail-track";
import { usePlayingSource } from "./use-playing-source";
import { useWatching } from "./use-watching";
import "./player.css";

/** Attributes of Media Chrome that its types do not know; seconds. */
const ARROWS = { keyboardbackwardseekoffset: 1, keyboardforwardseekoffset: 1 };

/** Media Chrome makes it a button, which cannot be checked (WAI-ARIA 1.2, aria-checked). */
const becomeSwitch = (element: HTMLElement | null) => element?.setAttribute("role", "switch");

export type VideoPlayerProps = {
  src: string;
  poster: string | null;
  label: string;
  width: number;
  height: number;
  /** Seconds; with it, pictures show while somebody seeks. */
  duration?: number | null;
  storyboard?: Storyboard | null;
  /** Of a WebVTT file, signed; off until somebody turns them on. */
  captionsUrl?: string | null;
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

/** The one player; `player-keys.ts` says what its keys do. A new `src` goes on where the old one stood. */
export function VideoPlayer({
  src,
  poster,
  label,
  width,
  height,
  duration,
  storyboard,
  captionsUrl = null,
  startsPlaying = false,
  onSourceLost,
  readStart,
  onTime,
  onWatchingChange,
}: VideoPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const [isLooping, setLooping] = useState(false);
  const [showsHelp, setShowsHelp] = useState(false);
  const hasCaptions = captionsUrl !== null;
  const begin = () => ({ time: readStart?.() ?? 0, isPlaying: startsPlaying });
  usePlayingSource(video, still, { src, begin, onSourceLost });
  useWatching(video, onWatchingChange);

  const toggleLoop = () => setLooping((is) => !is);
  const toggleHelp = () => setShowsHelp((is) => !is);

  function closeHelp() {
    setShowsHelp(false);
    // Else the focus would be nowhere, and the keys with it.
    video.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!video.current) return;
    if (handlePlayerKey(event, video.current, { toggleLoop, toggleHelp })) event.preventDefault();
  }

  function tellTime({ currentTime: time, duration: length, paused: isPaused }: HTMLVideoElement) {
    onTime?.({ time, duration: length, isPaused });
  }

  return (
    <MediaController
      className="player"
      style={{ aspectRatio: `${width} / ${height}` }}
      aria-label={label}
      hotkeys={reservedKeys(hasCaptions)}
      {...ARROWS}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: a film without speech has none. */}
      <video
        ref={video}
        slot="media"
        poster={poster ?? undefined}
        preload="metadata"
        playsInline
        loop={isLooping}
        onTimeUpdate={({ currentTarget }) => tellTime(currentTarget)}
        onSeeked={({ currentTarget }) => tellTime(currentTarget)}
        onPause={({ currentTarget }) => tellTime(currentTarget)}
      >
        {storyboard && duration ? (
          <ThumbnailTrack storyboard={storyboard} duration={duration} />
        ) : null}
        {hasCaptions ? <CaptionsTrack url={captionsUrl} /> : null}
      </video>
      <canvas ref={still} hidden aria-hidden className="player-still" />
      <MediaLoadingIndicator slot="centered-chrome" noAutohide />
      {showsHelp ? <KeyHelp hasCaptions={hasCaptions} onClose={closeHelp} /> : null}
      <MediaControlBar>
        <MediaPlayButton />
        <MediaTimeRange />
        <MediaTimeDisplay showDuration />
        <MediaMuteButton />
        <MediaVolumeRange />
        {hasCaptions ? <MediaCaptionsButton ref={becomeSwitch} /> : null}
        <MediaPlaybackRateButton rates={[0.5, 1, 1.5, 2]} />
        <button
          type="button"
          className="player-button"
          aria-label="Loop"
          aria-pressed={isLooping}
          title="Loop (L)"
          onClick={toggleLoop}
        >
          <Repeat aria-hidden />
        </button>
        <button
          type="button"
          className="player-button player-help-button"
          aria-label="Keys"
          aria-expanded={showsHelp}
          title="Keys (?)"
          onClick={toggleHelp}
        >
          <CircleHelp aria-hidden />
        </button>
        <MediaPipButton />
        <MediaFullscreenButton />
      </MediaControlBar>
    </MediaController>
  );
}
