"use client";

import "./globals.css";

import { Problem } from "~/components/shell/problem";

type Props = { error: Error & { digest?: string } };

/** The root layout itself failed: it brings its own document and starts the page anew. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh items-center">
        <title>T2M did not come through</title>
        <main className="w-full">
          <Problem digest={error.digest} onRetry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  );
}
