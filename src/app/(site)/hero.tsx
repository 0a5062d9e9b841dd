import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "~/components/ui/button";
import { Wall } from "./wall";

/** Dark in both themes: the films are the light. */
export function Hero({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <div className="dark relative flex min-h-[min(92svh,60rem)] flex-col overflow-hidden bg-black text-foreground">
      <Wall />
      <div className="relative z-10 mx-auto mt-auto w-full max-w-7xl px-4 pt-40 pb-20 md:px-8 md:pb-16">
        <h1 className="text-xl font-semibold text-balance md:text-2xl lg:text-display">
          Write a sentence. <br />
          Watch it become a video.
        </h1>
        <p className="mt-4 max-w-140 text-base text-pretty text-foreground/85 md:mt-5">
          T2M draws, scores and encodes the film while you look on, on a machine of your own. Every
          film on this page came out of it.
        </p>
        <Link
          href={isSignedIn ? "/dashboard" : "/sign-up"}
          className={buttonVariants({ size: "lg", className: "mt-8" })}
        >
          Make a video
          <ArrowRight aria-hidden />
        </Link>
      </div>
    </div>
  );
}
