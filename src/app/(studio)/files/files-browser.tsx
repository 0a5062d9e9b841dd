"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Download, Trash2 } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { earliestEnd, useRenewal } from "~/components/media/renewal";
import { Button } from "~/components/ui/button";
import type { FileView } from "~/server/files/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../tiles/load-problem";
import { FilePreview } from "./file-preview";
import { FileSkeletons } from "./file-skeletons";
import { type FilesLayout, rememberLayout } from "./layout-cookie";
import { NoFiles, NothingFound } from "./no-files";
import { SelectionBar } from "./selection-bar";
import { EVERYTHING, isNarrowed, Toolbar } from "./toolbar";
import { useAllPages } from "./use-all-pages";
import { useBulkActions } from "./use-bulk-actions";
import { useSelection } from "./use-selection";
import { useSelectionKeys } from "./use-selection-keys";
import { VirtualFiles } from "./virtual-files";

/** Everything of mine that has bytes: look for it, look at it, take it along, throw it away. */
export function FilesBrowser({ initialLayout }: { initialLayout: FilesLayout }) {
  const [layout, setLayout] = useState(initialLayout);
  const [wish, setWish] = useState(EVERYTHING);
  const [openId, setOpenId] = useState<string | null>(null);
  const { q, group, origin, sort } = useDeferredValue(wish);
  const files = api.files.list.useInfiniteQuery(
    {
      limit: 100,
      sort,
      ...(q.trim() ? { q: q.trim() } : {}),
      ...(group === "all" ? {} : { group }),
      ...(origin === "any" ? {} : { origin }),
    },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  );
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  useRenewal(
    earliestEnd(items.flatMap(({ url, posterUrl, previewUrl }) => [url, posterUrl, previewUrl])),
    files.refetch,
  );
  const hasNone = files.isSuccess && items.length === 0;
  const open = items.findIndex(({ id }) => id === openId);
  const show = (file: FileView | undefined) => setOpenId(file?.id ?? null);

  const chosen = useSelection(items);
  const bulk = useBulkActions();
  const all = useAllPages(files);
  const isAll = chosen.files.length === items.length && !files.hasNextPage;
  const chooseAll = async () => chosen.chooseAll((await all.load()).map(({ id }) => id));
  const remove = () => void bulk.remove(chosen.files);
  useSelectionKeys({
    isOn: chosen.isOn && openId === null,
    onAll: () => void chooseAll(),
    onClear: chosen.clear,
    onDelete: remove,
  });

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
      {chosen.isOn ? (
        <SelectionBar
          files={chosen.files}
          onAll={isAll ? null : () => void chooseAll()}
          isCollecting={all.isLoading}
          onClear={chosen.clear}
        >
          <Button variant="ghost" size="sm" onClick={() => void bulk.download(chosen.files)}>
            <Download aria-hidden /> <span className="max-sm:sr-only">Download</span>
          </Button>
          <Button variant="ghost" size="sm" pending={bulk.isPending} onClick={remove}>
            <Trash2 aria-hidden /> <span className="max-sm:sr-only">Move to trash</span>
          </Button>
        </SelectionBar>
      ) : null}
      {files.isPending ? <FileSkeletons layout={layout} /> : null}
      {hasNone && !isNarrowed(wish) ? <NoFiles /> : null}
      {hasNone && isNarrowed(wish) ? <NothingFound onClear={() => setWish(EVERYTHING)} /> : null}
      {items.length > 0 ? (
        <VirtualFiles
          files={items}
          layout={layout}
          isStale={files.isPlaceholderData}
          onOpen={show}
          chosen={chosen.ids}
          onChoose={chosen.choose}
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
