import { SignOutButton } from "@clerk/nextjs";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MissingFrame } from "~/components/brand/pictures";
import { NoticePage } from "~/components/shell/notice-page";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { findViewer } from "~/trpc/server";

export const metadata: Metadata = { title: "Suspended" };

/** Where every page of the studio leads somebody who is suspended. */
export default async function SuspendedPage() {
  const viewer = await findViewer();
  if (!viewer?.isSuspended) redirect("/dashboard");
  return (
    <NoticePage>
      <EmptyState
        picture={<MissingFrame />}
        heading="h1"
        title="This account is suspended"
        action={
          <SignOutButton>
            <Button variant="outline">Sign out</Button>
          </SignOutButton>
        }
      >
        Your videos are kept. Ask whoever hosts T2M what happened.
      </EmptyState>
    </NoticePage>
  );
}
