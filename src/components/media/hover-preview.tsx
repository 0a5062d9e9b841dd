"use client";

import { useEffect, useRef, useState } from "react";
import { cn } from "~/components/ui/cn";

export type HoverPreviewProps = {
  posterUrl: string | null;
  previewUrl: string | null;
  alt: string;
  /** Upright and square pictures stand whole on their own blurred colours. */
  isWide: boolean;
};

/**
 * A poster that plays its preview under a pointer, or while the link around it has focus. Leaving
 * takes the source away, so the download stops too. Reduced motion keeps the still.
 */
export function HoverPreview({ posterUrl, previewUrl, alt, isWide }: HoverPreviewProps) {
  const [isActive, setActive] = useState(false);
  const [isPlaying, setPlaying] = useState(false);

  function start() {
    if (previewUrl && !matchMedia("(prefers-reduced-motion: reduce)").matches) setActive(true);
  }
  function stop() {
    setActive(false);
    setPlaying(false);
  }

  // The link around it is what takes the focus.
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const link = area.current?.closest("a");
    const focus = () => link?.matches(":focus-visible") && start();
    link?.addEventListener("focus", focus);
    link?.addEventListener("blur", stop);
    return () => {
      link?.removeEventListener("focus", focus);
      link?.removeEventListener("blur", stop);
    };
  });

  const fit = isWide ? "object-cover" : "object-contain";
  return (
    <div ref={area} className="absolute inset-0" onPointerEnter={start} onPointerLeave={stop}>
      {posterUrl ? (
        <>
          {isWide ? null : (
            <img
              src={posterUrl}
              alt=""
              className="absolute inset-0 size-full scale-110 object-cover opacity-60 blur-xl"
            />
          )}
          <img
            src={posterUrl}
            alt={alt}
            loading="lazy"
            decoding="async"
            className={cn("absolute inset-0 size-full", fit)}
          />
        </>
      ) : null}
      {isActive && previewUrl ? (
        <video
          src={previewUrl}
          muted
          loop
          autoPlay
          playsInline
          onPlaying={() => setPlaying(true)}
          onError={stop}
          className={cn(
            "absolute inset-0 size-full transition-opacity duration-200",
            fit,
            !isPlaying && "opacity-0",
          )}
        />
      ) : null}
    </div>
  );
}
