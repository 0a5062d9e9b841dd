"use client";

import { Activity, ChartColumn, Gauge, ListVideo, Mail, ScrollText, Users } from "lucide-react";
import { type Tab, TabNav } from "~/components/shell/tab-nav";
import { can, type Permission, type Viewer } from "~/server/accounts/schema";

type Place = Tab & { permission?: Permission };

const PLACES: readonly Place[] = [
  { href: "/admin", label: "Overview", Icon: Gauge, isExact: true },
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

/** The admin pages that the viewer may see. */
export function AdminNav({ viewer }: { viewer: Pick<Viewer, "role" | "permissions"> }) {
  const tabs = PLACES.filter(({ permission }) => !permission || can(viewer, permission));
  return <TabNav label="Admin" tabs={tabs} className="-mx-4 mb-6 px-4 sm:mx-0 sm:px-0 lg:mb-8" />;
}
