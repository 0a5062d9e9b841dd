import { type Tab, TabNav } from "~/components/shell/tab-nav";

const TABS: readonly Tab[] = [
  { href: "/premium/advanced-generation", label: "Advanced" },
  { href: "/premium/batch-processing", label: "Batches" },
  { href: "/premium/priority-queue", label: "Priority queue" },
];

export function PremiumTabs() {
  return <TabNav label="Premium" tabs={TABS} />;
}
