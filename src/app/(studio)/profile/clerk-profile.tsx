"use client";

import { UserProfile } from "@clerk/nextjs";
import { Skeleton } from "~/components/ui/skeleton";
import { profileAppearance } from "./clerk-appearance";

/** Name, picture, e-mail and password are Clerk's, so Clerk's own form changes them. */
export function ClerkProfile() {
  return (
    <UserProfile
      routing="hash"
      appearance={profileAppearance}
      fallback={<ClerkProfileSkeleton />}
    />
  );
}

function ClerkProfileSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="h-120 space-y-8">
      <Skeleton className="h-7 w-48" />
      {["name", "e-mail", "password"].map((row) => (
        <div key={row} className="grid gap-4 border-t pt-6 md:grid-cols-[14rem_1fr]">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-12" />
        </div>
      ))}
    </div>
  );
}
