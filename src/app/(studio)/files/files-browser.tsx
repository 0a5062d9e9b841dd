"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { FileView } from "~/server/files/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../tiles/load-problem";
import { FilePreview } from "./file-preview";
import { FileSkeletons } from "./file-skeletons";
import { type FilesLayout, rememberLayout } from "./layout-cookie";
import { NoFiles, NothingFound } from "./no-files";
import { EVERYTHING, isNarrowed, Toolbar } from "./toolbar";
import { VirtualFiles } from "./virtual-files";

/** Everything of mine that has bytes: look for it, look at it, take it along, throw it away. */
export function FilesBrowser({ initialLayout }: { initialLayout: FilesLayout }) {
  const [layout, setLayout] = useState(initialLayout);
  const [wish, setWish] = useState(EVERYTHING);
  const [openId, setOpenId] = useState<string | null>(null);
  const { q, group, origin, sort } = useDeferredValue(wish);
  const files = api.files.list.useInfiniteQuery(
    {
      limit: 50,
      sort,
      ...(q.trim() ? { q: q.trim() } : {}),
      ...(group === "all" ? {} : { group }),
      ...(origin === "any" ? {} : { origin }),
    },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  );
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  const hasNone = files.isSuccess && items.length === 0;
  const open = items.findIndex(({ id }) => id === openId);
  const show = (file: FileView | undefined) => setOpenId(file?.id ?? null);

  return (
    <>
      <Toolbar
        wish={wish}
        onWish={setWish}
        layout={layout}
        onLayout={(next) => {
          setLayout(next);
          rememberLayout(next);
        }}
      />
      {files.isPending ? <FileSkeletons layout={layout} /> : null}
      {hasNone && !isNarrowed(wish) ? <NoFiles /> : null}
      {hasNone && isNarrowed(wish) ? <NothingFound onClear={() => setWish(EVERYTHING)} /> : null}
      {items.length > 0 ? (
        <VirtualFiles
          files={items}
          layout={layout}
          isStale={files.isPlaceholderData}
          onOpen={show}
          onEnd={() => {
            if (files.hasNextPage && !files.isFetching && !files.isError)
              void files.fetchNextPage();
          }}
        />
      ) : null}
      {files.isError ? (
        <div className="mt-4">
          <LoadProblem
            what="your files"
            error={files.error}
            onRetry={() => void (items.length > 0 ? files.fetchNextPage() : files.refetch())}
          />
        </div>
      ) : null}
      <FilePreview
        file={items[open] ?? null}
        onClose={() => setOpenId(null)}
        onPrevious={open > 0 ? () => show(items[open - 1]) : null}
        onNext={open < items.length - 1 ? () => show(items[open + 1]) : null}
      />
    </>
  );
}
