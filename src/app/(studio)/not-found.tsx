import Link from "next/link";
import { MissingFrame } from "~/components/brand/pictures";
import { buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";

/** A stranger's video and one that never was look the same. */
export default function StudioNotFound() {
  return (
    <EmptyState
      picture={<MissingFrame />}
      heading="h1"
      title="Not here, or not yours"
      action={
        <Link href="/videos" className={buttonVariants()}>
          To your videos
        </Link>
      }
    >
      The address is wrong, it was deleted, or it belongs to somebody else.
    </EmptyState>
  );
}
