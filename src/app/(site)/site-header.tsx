import Link from "next/link";
import { Logo } from "~/components/brand/logo";
import { ThemeToggle } from "~/components/theme/theme-toggle";
import { buttonVariants } from "~/components/ui/button";

/** Lies on the dark wall, so it is dark in both themes. */
export function SiteHeader({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <header className="dark absolute inset-x-0 top-0 z-20 flex h-16 items-center justify-between px-4 text-foreground md:px-8">
      <Link href="/?stay=1" aria-label="T2M" className="rounded-sm">
        <Logo />
      </Link>
      <div className="flex items-center gap-2">
        <ThemeToggle variant="secondary" />
        {isSignedIn ? (
          <Link href="/dashboard" className={buttonVariants({ variant: "secondary" })}>
            Open the studio
          </Link>
        ) : (
          <Link href="/sign-in" className={buttonVariants({ variant: "secondary" })}>
            Sign in
          </Link>
        )}
      </div>
    </header>
  );
}
