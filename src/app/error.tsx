"use client";

import { NoticePage } from "~/components/shell/notice-page";
import { Problem } from "~/components/shell/problem";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <NoticePage>
      <Problem digest={error.digest} onRetry={reset} />
    </NoticePage>
  );
}
