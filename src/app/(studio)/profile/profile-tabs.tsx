"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";

const TABS = [
  { href: "/profile", label: "Account" },
  { href: "/profile/devices", label: "Devices" },
  { href: "/profile/preferences", label: "Preferences" },
  { href: "/profile/usage", label: "Usage" },
  { href: "/profile/data", label: "Data" },
];

/** Pages of their own, so that each can be linked to and Back goes where it came from. */
export function ProfileTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Profile" className="mb-8 overflow-x-auto border-b [scrollbar-width:none]">
      <ul className="flex w-max sm:gap-1">
        {TABS.map(({ href, label }) => {
          const isCurrent = href === pathname;
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "flex h-11 items-center border-b-2 px-2 sm:px-3 text-sm font-medium transition-colors -outline-offset-2",
                  isCurrent
                    ? "border-primary text-foreground"
                    : "border-transparent text-muted-foreground hover:text-foreground",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
