"use client";

import { ClerkLoaded, ClerkLoading, UserButton } from "@clerk/nextjs";
import { Skeleton } from "~/components/ui/skeleton";

/** Clerk's own account menu, with the same footprint before it has loaded. */
export function AccountButton() {
  return (
    <div className="flex size-10 items-center justify-center">
      <ClerkLoading>
        <Skeleton className="size-7 rounded-full" />
      </ClerkLoading>
      <ClerkLoaded>
        <UserButton />
      </ClerkLoaded>
    </div>
  );
}
