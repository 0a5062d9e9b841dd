"use client";

import { useEffect, useState } from "react";
import { type Storyboard, toThumbnailTrack } from "./storyboard";

type Props = { storyboard: Storyboard; duration: number };

/** Tells Media Chrome which picture stands for which second: a track that no server keeps. */
export function ThumbnailTrack({ storyboard, duration }: Props) {
  const text = toThumbnailTrack(storyboard, duration);
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: "text/vtt" }));
    setSrc(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return src ? <track key={src} default kind="metadata" label="thumbnails" src={src} /> : null;
}
