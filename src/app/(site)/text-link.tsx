import Link from "next/link";
import type { ReactNode } from "react";

/** A link inside a sentence, underlined so that it is not told by its colour alone. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="rounded-[0.2rem] text-primary-ink underline underline-offset-4 hover:no-underline"
    >
      {children}
    </Link>
  );
}
