import type { Metadata } from "next";
import Link from "next/link";
import { MissingFrame } from "~/components/brand/pictures";
import { buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";

export const metadata: Metadata = { title: "Not for you" };

/** What `forbidden()` shows, inside the studio: somebody is signed in, and this is not theirs to see. */
export default function Forbidden() {
  return (
    <EmptyState
      picture={<MissingFrame />}
      heading="h1"
      title="This page is not yours to see"
      action={
        <Link href="/dashboard" className={buttonVariants()}>
          To your studio
        </Link>
      }
    >
      Your account does not have the right to see it. Whoever hosts T2M can give it to you.
    </EmptyState>
  );
}
