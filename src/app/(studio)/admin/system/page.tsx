import type { Metadata } from "next";
import { requirePermittedViewer } from "~/trpc/server";
import { DoctorCard } from "./doctor/doctor-card";
import { SystemScreen } from "./system-screen";
import { WhoAmICard } from "./who-am-i-card";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage() {
  await requirePermittedViewer("/admin/system", "system:read");
  return (
    <>
      <SystemScreen />
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <DoctorCard />
        <WhoAmICard />
      </div>
    </>
  );
}
