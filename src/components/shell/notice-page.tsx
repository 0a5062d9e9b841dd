import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "~/components/brand/logo";

/** A page that says one thing: not found, broken. */
export function NoticePage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-16 items-center px-4 md:px-8">
        <Link href="/" aria-label="T2M, to the front page" className="rounded-sm">
          <Logo />
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 items-center pb-16 outline-none">
        {children}
      </main>
    </div>
  );
}
