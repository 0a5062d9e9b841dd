import Link from "next/link";
import type { ReactNode } from "react";
import { ClipPicture } from "~/app/(site)/clip-picture";
import { QUIET } from "~/app/(site)/clips";
import { Logo } from "~/components/brand/logo";
import { LoopingClips } from "~/components/media/looping-clips";
import { ThemeToggle } from "~/components/theme/theme-toggle";

/** The form left, one quiet film right; a phone has the form alone. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <div className="flex flex-col px-4 sm:px-8">
        <header className="flex h-16 items-center justify-between">
          <Link href="/" aria-label="T2M, to the front page" className="rounded-sm">
            <Logo />
          </Link>
          <ThemeToggle />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-96 flex-1 flex-col justify-center py-10 outline-none"
        >
          {children}
        </main>
      </div>
      <aside aria-label="A film made by T2M" className="hidden lg:block">
        <LoopingClips className="sticky top-0 h-dvh overflow-hidden bg-muted">
          <ClipPicture clip={QUIET} className="absolute inset-0" />
          <div
            aria-hidden
            className="absolute inset-x-0 bottom-0 h-40 bg-linear-to-t from-black/80 to-transparent"
          />
          <p className="absolute bottom-6 left-8 pr-20 text-sm text-white">“{QUIET.prompt}”</p>
        </LoopingClips>
      </aside>
    </div>
  );
}
