import Link from "next/link";
import { Logo } from "~/components/brand/logo";
import { ThemeToggle } from "~/components/theme/theme-toggle";
import { buttonVariants } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { accountLink, HEADER_LINKS } from "./site-links";
import { SiteMenu } from "./site-menu";

export type SiteHeaderProps = {
  isSignedIn: boolean;
  /** The page that it stands on. */
  path: string;
  /** It lies on the front page's dark wall and is dark in both themes. */
  onWall?: boolean;
};

export function SiteHeader({ isSignedIn, path, onWall = false }: SiteHeaderProps) {
  const account = accountLink(isSignedIn);
  return (
    <header
      className={cn(
        "z-20 flex h-16 items-center gap-2 px-4 text-foreground md:px-8",
        onWall ? "dark absolute inset-x-0 top-0" : "relative mx-auto w-full max-w-7xl",
      )}
    >
      <Link href="/?stay=1" aria-label="T2M, to the front page" className="flex rounded-sm">
        <Logo />
      </Link>
      <nav aria-label="Site" className="ml-6 hidden gap-1 md:flex">
        {HEADER_LINKS.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === path ? "page" : undefined}
            className={cn(
              buttonVariants({ variant: "ghost" }),
              "text-foreground/85 aria-[current=page]:text-foreground aria-[current=page]:underline aria-[current=page]:underline-offset-8",
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-2">
        <ThemeToggle variant={onWall ? "secondary" : "ghost"} />
        <Link href={account.href} className={buttonVariants({ variant: "secondary" })}>
          {account.label}
        </Link>
        <SiteMenu path={path} variant={onWall ? "secondary" : "ghost"} />
      </div>
    </header>
  );
}
