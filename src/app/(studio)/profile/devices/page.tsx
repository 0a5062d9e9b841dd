import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { Devices } from "./devices";

export const metadata: Metadata = { title: "Devices" };

export default async function DevicesPage() {
  await requireViewer("/profile/devices");
  return <Devices />;
}
