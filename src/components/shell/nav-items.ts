import {
  Clapperboard,
  Crown,
  FolderOpen,
  ListVideo,
  type LucideIcon,
  ShieldCheck,
  Sparkles,
} from "lucide-react";
import { can, Permission, type Viewer } from "~/server/accounts/schema";

export type NavItem = {
  href: string;
  label: string;
  Icon: LucideIcon;
  /** The place is current below this path; `href` when left out. */
  root?: string;
  isSection?: true;
};

const STUDIO: readonly NavItem[] = [
  { href: "/dashboard", label: "Create", Icon: Sparkles },
  { href: "/videos", label: "Videos", Icon: Clapperboard },
  { href: "/files", label: "Files", Icon: FolderOpen },
  { href: "/jobs", label: "Jobs", Icon: ListVideo },
];

const PREMIUM: NavItem = {
  href: "/premium/advanced-generation",
  label: "Premium",
  Icon: Crown,
  root: "/premium",
  isSection: true,
};

const ADMIN: NavItem = { href: "/admin", label: "Admin", Icon: ShieldCheck, isSection: true };

/** Where the studio leads to. It only decides what is shown: each page guards itself. */
export function navItemsFor(viewer: Pick<Viewer, "role" | "permissions">): readonly NavItem[] {
  const isStaff = Permission.options.some((permission) => can(viewer, permission));
  return [...STUDIO, PREMIUM, ...(isStaff ? [ADMIN] : [])];
}

/** A place is current on its own page and on the pages below it. */
export function isCurrent({ href, root = href }: NavItem, pathname: string): boolean {
  return pathname === root || pathname.startsWith(`${root}/`);
}
