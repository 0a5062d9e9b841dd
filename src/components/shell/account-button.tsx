"use client";

import { ClerkLoaded, ClerkLoading, UserButton } from "@clerk/nextjs";
import { Skeleton } from "~/components/ui/skeleton";

// Clerk's profile dialog would show sessions and security settings that T2M has no page for.
const appearance = {
  elements: { userButtonPopoverActionButton__manageAccount: { display: "none" } },
};

/** Clerk's own account menu, with the same footprint before it has loaded. */
export function AccountButton() {
  return (
    <div className="flex size-10 items-center justify-center">
      <ClerkLoading>
        <Skeleton className="size-7 rounded-full" />
      </ClerkLoading>
      <ClerkLoaded>
        <UserButton appearance={appearance} />
      </ClerkLoaded>
    </div>
  );
}
