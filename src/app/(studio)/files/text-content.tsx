"use client";

import { useQuery } from "@tanstack/react-query";
import { formatBytes } from "~/components/media/format";
import { Skeleton } from "~/components/ui/skeleton";
import { LoadProblem } from "../tiles/load-problem";

/** More of a text than anybody reads in a dialog. */
const MAX_BYTES = 256 * 1024;

/** A text as text, whatever it would do as a page. */
export function TextContent({ url, size }: { url: string; size: number }) {
  const text = useQuery({
    // Of the file, whatever URL it has by now.
    queryKey: ["text", url.split("?", 1)[0]],
    queryFn: () => readText(url),
    staleTime: Infinity,
  });
  if (text.isPending) return <Skeleton className="h-80 w-full" />;
  if (text.isError) {
    return <LoadProblem what="the text" error={text.error} onRetry={() => void text.refetch()} />;
  }
  return (
    <div className="size-full min-h-80 self-start">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="rounded-sm border bg-card p-4 font-mono text-xs break-words whitespace-pre-wrap"
      >
        {text.data}
      </pre>
      {size > MAX_BYTES ? (
        <p className="mt-2 text-xs text-muted-foreground">
          The first {formatBytes(MAX_BYTES)} of {formatBytes(size)}. Download it to read the rest.
        </p>
      ) : null}
    </div>
  );
}

async function readText(url: string): Promise<string> {
  const response = await fetch(url, { headers: { Range: `bytes=0-${MAX_BYTES - 1}` } });
  if (!response.ok) throw new Error(`the text answered ${response.status}`);
  return response.text();
}
