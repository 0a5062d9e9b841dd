"use client";

import Link from "next/link";
import { Problem } from "~/components/shell/problem";
import { buttonVariants } from "~/components/ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function StudioError({ error, retry }: Props) {
  return (
    <Problem
      digest={error.digest}
      onRetry={retry}
      action={
        <Link href="/dashboard" className={buttonVariants({ variant: "outline" })}>
          To Create
        </Link>
      }
    />
  );
}
