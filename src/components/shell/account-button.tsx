"use client";

import { ClerkLoaded, ClerkLoading, UserButton } from "@clerk/nextjs";
import { useSyncExternalStore } from "react";
import { Skeleton } from "~/components/ui/skeleton";

const neverChanges = () => () => undefined;

/** Clerk's own account menu, with the same footprint before it has loaded. */
export function AccountButton() {
  // Where Clerk is there before this is hydrated, React would make its button of the skeleton's
  // element and leave `aria-hidden` on it. So the first picture is the server's in any case.
  const isHydrated = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <div className="flex size-10 items-center justify-center">
      {isHydrated ? (
        <>
          <ClerkLoading>
            <AccountSkeleton />
          </ClerkLoading>
          <ClerkLoaded>
            <UserButton userProfileMode="navigation" userProfileUrl="/profile" />
          </ClerkLoaded>
        </>
      ) : (
        <AccountSkeleton />
      )}
    </div>
  );
}

function AccountSkeleton() {
  return <Skeleton className="size-7 rounded-full" />;
}
