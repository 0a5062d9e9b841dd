import Link from "next/link";
import { LogoMark } from "~/components/brand/logo";
import { accountLink, FOOTER_LINKS } from "./site-links";

export function SiteFooter({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <footer className="border-t">
      <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-sm text-muted-foreground md:px-8">
        <p className="flex items-center gap-3">
          <LogoMark className="size-6" />
          T2M is free software under the MIT licence.
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6 gap-y-1">
          {[...FOOTER_LINKS, accountLink(isSignedIn)].map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              className="touch-target inline-flex items-center rounded-sm hover:text-foreground"
            >
              {label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
