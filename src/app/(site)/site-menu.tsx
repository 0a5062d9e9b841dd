"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { Button, type ButtonProps } from "~/components/ui/button";
import { FOOTER_LINKS } from "./site-links";

type Props = { path: string } & Pick<ButtonProps, "variant">;

/** A phone's way to the other pages: the browser's own popover, which knows Escape and a tap outside. */
export function SiteMenu({ path, variant }: Props) {
  const menu = useRef<HTMLElement>(null);
  return (
    <div className="md:hidden">
      <Button variant={variant} size="icon" aria-label="Menu" popoverTarget="site-menu">
        <Menu />
      </Button>
      <nav
        ref={menu}
        id="site-menu"
        popover="auto"
        aria-label="Site"
        className="fixed inset-auto top-15 right-4 m-0 w-56 rounded-md border bg-popover p-1 text-popover-foreground shadow-overlay"
      >
        {FOOTER_LINKS.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === path ? "page" : undefined}
            onClick={() => menu.current?.hidePopover()}
            className="flex h-11 items-center rounded-sm px-3 text-sm hover:bg-accent aria-[current=page]:bg-primary-tint aria-[current=page]:text-primary-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
    </div>
  );
}
