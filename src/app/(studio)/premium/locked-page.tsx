import { Check, Lock } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonVariants } from "~/components/ui/button";

export type LockedPageProps = {
  /** What the page does, e.g. "Tell a video in several scenes". */
  title: string;
  /** What it would do for whoever reads this, a sentence each. */
  benefits: readonly string[];
  /** The real page, with an example in it instead of anybody's data. */
  children: ReactNode;
};

/** A premium page for a free member: all of it can be seen, none of it touched, nothing is fetched. */
export function LockedPage({ title, benefits, children }: LockedPageProps) {
  return (
    <>
      <section
        aria-labelledby="locked"
        className="mb-8 flex flex-wrap items-center justify-between gap-x-12 gap-y-5 rounded-lg border border-primary/40 bg-primary-tint p-5 sm:p-6"
      >
        <div className="max-w-2xl">
          <h1 id="locked" className="flex items-center gap-2.5 text-lg font-semibold">
            <Lock aria-hidden className="size-4.5 shrink-0 text-primary-ink" />
            {title}
          </h1>
          <ul className="mt-3 space-y-1.5 text-sm">
            {benefits.map((benefit) => (
              <li key={benefit} className="flex gap-2.5">
                <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-primary-ink" />
                {benefit}
              </li>
            ))}
          </ul>
          <p className="mt-4 text-sm text-muted-foreground">
            This is for premium members. Whoever hosts T2M can make you one; below is what you would
            have.
          </p>
        </div>
        <Link href="/pricing" className={buttonVariants()}>
          Compare the plans
        </Link>
      </section>
      <div inert aria-hidden className="select-none">
        {children}
      </div>
    </>
  );
}
