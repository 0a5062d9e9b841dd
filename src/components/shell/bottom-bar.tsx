"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";
import type { Viewer } from "~/server/accounts/schema";
import { isCurrent, navItemsFor } from "./nav-items";

/** The rail of a phone, in reach of a thumb. */
export function BottomBar({ viewer }: { viewer: Pick<Viewer, "role" | "permissions"> }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navItemsFor(viewer).map((item) => {
        const { href, label, Icon } = item;
        const current = isCurrent(item, pathname);
        return (
          <Link
            key={href}
            href={href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-16 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium -outline-offset-4",
              current ? "text-primary-ink" : "text-muted-foreground",
            )}
          >
            <Icon aria-hidden className="size-5" />
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
