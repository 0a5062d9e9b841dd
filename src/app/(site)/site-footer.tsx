import Link from "next/link";
import { LogoMark } from "~/components/brand/logo";

export function SiteFooter({ isSignedIn }: { isSignedIn: boolean }) {
  const links = isSignedIn
    ? [{ href: "/dashboard", label: "Studio" }]
    : [
        { href: "/sign-in", label: "Sign in" },
        { href: "/sign-up", label: "Create an account" },
      ];
  return (
    <footer className="border-t">
      <div className="mx-auto flex w-full max-w-7xl flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-8 text-sm text-muted-foreground md:px-8">
        <p className="flex items-center gap-3">
          <LogoMark className="size-6" />
          T2M is free software under the MIT licence.
        </p>
        <nav aria-label="Footer" className="flex gap-6">
          {links.map(({ href, label }) => (
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
