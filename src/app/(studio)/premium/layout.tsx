import type { ReactNode } from "react";
import { PremiumTabs } from "./premium-tabs";

/** Only the frame: each page below guards itself. */
export default function PremiumLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-6 sm:px-6 lg:py-8">
      <PremiumTabs />
      {children}
    </div>
  );
}
