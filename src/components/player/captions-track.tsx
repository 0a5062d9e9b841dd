"use client";

import { useEffect, useState } from "react";

type Props = {
  /** Signed; a newer one is only asked where the captions are not here yet. */
  url: string;
};

/**
 * The captions of a film, off until somebody wants them. They are read once and kept, so that they
 * neither end with their URL nor blink when the film's own address changes.
 */
export function CaptionsTrack({ url }: Props) {
  const [src, setSrc] = useState<string | null>(null);
  const file = url.split("?", 1)[0];
  const [heldFile, setHeldFile] = useState(file);
  if (heldFile !== file) {
    setHeldFile(file);
    setSrc(null);
  }
  const isHere = src !== null;

  useEffect(() => {
    if (isHere) return;
    const leaving = new AbortController();
    readCaptions(url, leaving.signal).then(
      (text) => setSrc(URL.createObjectURL(new Blob([text], { type: "text/vtt" }))),
      // A film without its captions is a film; the next URL of them is tried by itself.
      () => undefined,
    );
    return () => leaving.abort();
  }, [url, isHere]);

  useEffect(() => {
    if (src) return () => URL.revokeObjectURL(src);
  }, [src]);

  return src ? <track key={src} kind="captions" label="Captions" srcLang="en" src={src} /> : null;
}

async function readCaptions(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`the captions answered ${response.status}`);
  return response.text();
}
