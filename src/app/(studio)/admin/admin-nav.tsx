"use client";

import {
  Activity,
  ChartColumn,
  Gauge,
  ListVideo,
  type LucideIcon,
  Mail,
  ScrollText,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "~/components/ui/cn";
import { can, type Permission, type Viewer } from "~/server/accounts/schema";

type Place = { href: string; label: string; Icon: LucideIcon; permission?: Permission };

const PLACES: readonly Place[] = [
  { href: "/admin", label: "Overview", Icon: Gauge },
  { href: "/admin/users", label: "People", Icon: Users, permission: "users:read" },
  { href: "/admin/jobs", label: "Jobs", Icon: ListVideo, permission: "jobs:manage" },
  { href: "/admin/messages", label: "Messages", Icon: Mail, permission: "moderation:write" },
  { href: "/admin/system", label: "System", Icon: Activity, permission: "system:read" },
  {
    href: "/admin/analytics",
    label: "Analytics",
    Icon: ChartColumn,
    permission: "analytics:read",
  },
  { href: "/admin/audit", label: "Audit", Icon: ScrollText, permission: "audit:read" },
];

/** The admin pages that the viewer may see. On a phone the row is pushed sideways. */
export function AdminNav({ viewer }: { viewer: Pick<Viewer, "role" | "permissions"> }) {
  const pathname = usePathname();
  const places = PLACES.filter(({ permission }) => !permission || can(viewer, permission));
  return (
    <nav
      aria-label="Admin"
      className="-mx-4 mb-6 overflow-x-auto border-b px-4 sm:mx-0 sm:px-0 lg:mb-8"
    >
      <ul className="flex w-max gap-1">
        {places.map(({ href, label, Icon }) => {
          const isCurrent =
            pathname === href || (href !== "/admin" && pathname.startsWith(`${href}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "touch-target -mb-px flex h-11 items-center gap-2 border-b-2 px-3 text-sm font-medium -outline-offset-2",
                  isCurrent
                    ? "border-primary text-foreground"
                    : "border-transparent text-muted-foreground hover:text-foreground",
                )}
              >
                <Icon aria-hidden className="size-4" />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
