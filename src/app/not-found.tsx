import type { Metadata } from "next";
import Link from "next/link";
import { MissingFrame } from "~/components/brand/pictures";
import { NoticePage } from "~/components/shell/notice-page";
import { buttonVariants } from "~/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NoticePage>
      <div className="mx-auto flex max-w-md flex-col items-center px-4 text-center">
        <MissingFrame className="mb-6" />
        <h1 className="text-xl font-semibold">Not here, or not yours</h1>
        <p className="mt-2 text-sm text-muted-foreground">
          The address is wrong, the thing was deleted, or it belongs to somebody else.
        </p>
        <Link href="/" className={buttonVariants({ className: "mt-6" })}>
          To the start
        </Link>
      </div>
    </NoticePage>
  );
}
