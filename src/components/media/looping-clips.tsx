"use client";

import { Pause, Play } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "~/components/ui/button";

export type LoopingClipsProps = { children: ReactNode; className?: string };

/**
 * Plays every `<video>` below it while it is on screen. Stills where motion is unwelcome, and one
 * button to stop it all (WCAG 2.2.2).
 */
export function LoopingClips({ children, className }: LoopingClipsProps) {
  const area = useRef<HTMLDivElement>(null);
  const [isPlaying, setIsPlaying] = useState<boolean | null>(null);

  useEffect(() => {
    const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
    const follow = () => setIsPlaying(!stillness.matches);
    follow();
    stillness.addEventListener("change", follow);
    return () => stillness.removeEventListener("change", follow);
  }, []);

  useEffect(() => {
    if (!isPlaying || !area.current) return;
    const videos = Array.from(area.current.querySelectorAll("video"));
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const video = target as HTMLVideoElement;
        // Refused or interrupted: the poster stays, which is what it is for.
        if (isIntersecting) video.play().catch(() => undefined);
        else video.pause();
      }
    });
    for (const video of videos) observer.observe(video);
    return () => {
      observer.disconnect();
      for (const video of videos) video.pause();
    };
  }, [isPlaying]);

  const Icon = isPlaying ? Pause : Play;
  return (
    <div ref={area} className={className}>
      {children}
      {isPlaying === null ? null : (
        <Button
          variant="ghost"
          size="icon"
          aria-label={isPlaying ? "Pause the moving pictures" : "Play the moving pictures"}
          onClick={() => setIsPlaying(!isPlaying)}
          className="absolute right-4 bottom-4 z-10 rounded-full bg-black/60 text-white hover:bg-black/80 hover:text-white"
        >
          <Icon />
        </Button>
      )}
    </div>
  );
}
