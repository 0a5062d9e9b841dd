import type { ReactNode } from "react";
import { findViewer } from "~/trpc/server";
import { AdminNav } from "./admin-nav";

/** Only the way around; each page guards itself, with the permission that it takes. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer();
  if (!viewer || viewer.isSuspended) return children;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 lg:py-8">
      <AdminNav viewer={viewer} />
      {children}
    </div>
  );
}
