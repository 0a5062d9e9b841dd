import { type Tab, TabNav } from "~/components/shell/tab-nav";

const TABS: readonly Tab[] = [
  { href: "/profile", label: "Account", isExact: true },
  { href: "/profile/devices", label: "Devices" },
  { href: "/profile/preferences", label: "Preferences" },
  { href: "/profile/usage", label: "Usage" },
  { href: "/profile/data", label: "Data" },
];

export function ProfileTabs() {
  return <TabNav label="Profile" tabs={TABS} />;
}
