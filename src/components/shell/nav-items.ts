import { Clapperboard, ListVideo, type LucideIcon, Sparkles } from "lucide-react";

export type NavItem = { href: string; label: string; Icon: LucideIcon };

/** Where the studio leads to; the rail and the phone's bottom bar show the same places. */
export const NAV_ITEMS: readonly NavItem[] = [
  { href: "/dashboard", label: "Create", Icon: Sparkles },
  { href: "/videos", label: "Videos", Icon: Clapperboard },
  { href: "/jobs", label: "Jobs", Icon: ListVideo },
];

/** A place is current on its own page and on the pages below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
