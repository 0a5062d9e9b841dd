import type { ReactNode } from "react";
import { requireViewer } from "~/trpc/server";

/** Asks above `loading.tsx`: once a skeleton is on its way, a redirect can have no status any more. */
export default async function JobsLayout({ children }: { children: ReactNode }) {
  await requireViewer("/jobs");
  return children;
}
