import type { Metadata } from "next";
import { requirePermittedViewer } from "~/trpc/server";
import { AnalyticsScreen } from "./analytics-screen";

export const metadata: Metadata = { title: "Analytics" };

export default async function AnalyticsPage() {
  await requirePermittedViewer("/admin/analytics", "analytics:read");
  return <AnalyticsScreen />;
}
