"use client";

import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";

export type Tab = {
  href: string;
  label: string;
  Icon?: LucideIcon;
  /** Current on its own page only, not on those below it: the first of a section. */
  isExact?: true;
};

export type TabNavProps = { label: string; tabs: readonly Tab[]; className?: string };

/** The pages of a section as tabs, each with an address of its own. On a phone the row is pushed sideways. */
export function TabNav({ label, tabs, className }: TabNavProps) {
  const pathname = usePathname();
  return (
    <nav
      aria-label={label}
      className={cn("mb-8 overflow-x-auto border-b [scrollbar-width:none]", className)}
    >
      <ul className="flex w-max sm:gap-1">
        {tabs.map(({ href, label: name, Icon, isExact }) => {
          const isCurrent = pathname === href || (!isExact && pathname.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "flex h-11 items-center gap-2 border-b-2 px-2 text-sm font-medium whitespace-nowrap transition-colors -outline-offset-2 sm:px-3 [&_svg]:size-4",
                  isCurrent
                    ? "border-primary text-foreground"
                    : "border-transparent text-muted-foreground hover:text-foreground",
                )}
              >
                {Icon ? <Icon aria-hidden /> : null}
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
