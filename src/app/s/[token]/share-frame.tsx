import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "~/components/brand/logo";
import { ThemeToggle } from "~/components/theme/theme-toggle";

/** Around everything that a link shows: quiet, and for people without an account. */
export function ShareFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex h-16 w-full max-w-6xl items-center justify-between px-4 sm:px-6">
        <Link href="/" aria-label="T2M, to the front page" className="flex rounded-sm">
          <Logo />
        </Link>
        <ThemeToggle />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-6xl flex-1 flex-col px-4 pb-12 outline-none sm:px-6"
      >
        {children}
      </main>
    </div>
  );
}
