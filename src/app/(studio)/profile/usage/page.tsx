import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { Usage } from "./usage";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage() {
  await requireViewer("/profile/usage");
  return <Usage />;
}
