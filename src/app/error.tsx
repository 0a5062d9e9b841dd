"use client";

import { NoticePage } from "~/components/shell/notice-page";
import { Problem } from "~/components/shell/problem";

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  return (
    <NoticePage>
      <Problem digest={error.digest} onRetry={retry} />
    </NoticePage>
  );
}
