import type { ReactNode } from "react";
import { ProfileTabs } from "./profile-tabs";
import { ProfileTitle } from "./profile-title";

/** The tabs alone: each page below asks for its own viewer. */
export default function ProfileLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 lg:py-12">
      <ProfileTitle />
      <ProfileTabs />
      <div>{children}</div>
    </div>
  );
}
