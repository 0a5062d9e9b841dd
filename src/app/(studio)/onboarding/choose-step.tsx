"use client";

import Link from "next/link";
import { ClipPicture } from "~/app/(site)/clip-picture";
import { LoopingClips } from "~/components/media/looping-clips";
import { buttonVariants } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { IDEAS, OWN_IDEA } from "./ideas";
import { stepPath } from "./step";
import { useWelcome } from "./use-welcome";

/** Six moving tiles; one of them is where the first film starts from. */
export function ChooseStep() {
  const { save } = useWelcome();
  return (
    <LoopingClips className="relative">
      <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 md:gap-4">
        {IDEAS.map((clip) => (
          <li key={clip.id}>
            <Link
              href={stepPath(2, clip.id)}
              onClick={() => save(1)}
              className="group block overflow-hidden rounded-md border bg-card transition-colors hover:border-primary"
            >
              <div className="aspect-4/3 overflow-hidden bg-muted">
                <ClipPicture
                  clip={clip}
                  className={cn(
                    "transition-transform duration-320 group-hover:scale-[1.03]",
                    // Cut off at the top, where its title is, whole or not at all.
                    clip.aspectRatio === "1:1" && "object-bottom",
                  )}
                />
              </div>
              <p className="min-h-16 p-3 text-sm text-pretty">{clip.prompt}</p>
            </Link>
          </li>
        ))}
      </ul>
      {/* Beside the button that stops the pictures. */}
      <div className="flex h-26 items-end justify-center pb-4">
        <Link
          href={stepPath(2, OWN_IDEA)}
          onClick={() => save(1)}
          className={buttonVariants({ variant: "outline" })}
        >
          Something of my own
        </Link>
      </div>
    </LoopingClips>
  );
}
