"use client";

import { ArrowLeft, Trash2, Undo2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button, buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import type { TrashedFileView } from "~/server/files/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../tiles/load-problem";
import { DeleteDialog, type Doomed } from "./delete-dialog";
import { EmptyBin } from "./empty-bin";
import { FileSkeletons } from "./file-skeletons";
import { SelectionBar } from "./selection-bar";
import { TrashedFile } from "./trashed-file";
import { useSelection } from "./use-selection";
import { useSelectionKeys } from "./use-selection-keys";
import { useTrashActions } from "./use-trash-actions";

type Question = Doomed & { run: () => Promise<void> };

/** What was deleted in the last 30 days, and the ways back and out. */
export function Trash() {
  const trash = api.files.trash.useInfiniteQuery(
    { limit: 50 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const items = trash.data?.pages.flatMap((page) => page.items) ?? [];
  const totals = trash.data?.pages[0]?.totals ?? { files: 0, bytes: 0 };
  const chosen = useSelection(items);
  const actions = useTrashActions();
  const [question, setQuestion] = useState<Question | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [restoringId, setRestoringId] = useState<string | null>(null);

  function askForever() {
    const fileIds = chosen.files.map(({ id }) => id);
    const run = () => actions.deleteForever(fileIds);
    ask({ ...sumUp(chosen.files), isAll: false, run });
  }

  function askAll() {
    const before = new Date().toISOString();
    ask({ ...sumUp(items), ...totals, isAll: true, run: () => actions.empty(before) });
  }

  function ask(next: Question) {
    setQuestion(next);
    setAsking(true);
  }

  async function restoreOne(id: string) {
    setRestoringId(id);
    await actions.restore([id]);
    setRestoringId(null);
  }

  useSelectionKeys({
    isOn: chosen.isOn,
    onAll: () => chosen.chooseAll(),
    onClear: chosen.clear,
    onDelete: askForever,
  });

  return (
    <>
      <div className="mb-4 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2">
        <Link href="/files" className={buttonVariants({ variant: "outline", size: "sm" })}>
          <ArrowLeft aria-hidden /> All files
        </Link>
        <p className="basis-64 text-sm text-muted-foreground max-sm:order-last sm:grow">
          Deleted files stay here for 30 days, then they are gone for good.
        </p>
        {items.length > 0 ? (
          <Button variant="outline" size="sm" className="ml-auto" onClick={askAll}>
            <Trash2 aria-hidden /> Empty trash
          </Button>
        ) : null}
      </div>
      {chosen.isOn ? (
        <SelectionBar
          files={chosen.files}
          onAll={chosen.files.length === items.length ? null : () => chosen.chooseAll()}
          onClear={chosen.clear}
        >
          <Button
            variant="ghost"
            size="sm"
            pending={actions.pending === "restore"}
            onClick={() => void actions.restore(chosen.files.map(({ id }) => id))}
          >
            <Undo2 aria-hidden /> <span className="max-sm:sr-only">Restore</span>
          </Button>
          <Button variant="ghost" size="sm" onClick={askForever}>
            <Trash2 aria-hidden /> <span className="max-sm:sr-only">Delete forever</span>
          </Button>
        </SelectionBar>
      ) : null}
      {trash.isPending ? <FileSkeletons layout="list" /> : null}
      {trash.isSuccess && items.length === 0 ? (
        <EmptyState picture={<EmptyBin />} title="The trash is empty">
          What you delete can be restored from here.
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <ul aria-label="Deleted files" className="divide-y border-y">
          {items.map((file) => (
            <TrashedFile
              key={file.id}
              file={file}
              isChosen={chosen.ids.has(file.id)}
              isPending={restoringId === file.id}
              onChoose={(isRange) => chosen.choose(file.id, isRange)}
              onRestore={() => void restoreOne(file.id)}
            />
          ))}
        </ul>
      ) : null}
      {trash.isError ? (
        <LoadProblem
          what="the trash"
          error={trash.error}
          onRetry={() => void (items.length > 0 ? trash.fetchNextPage() : trash.refetch())}
        />
      ) : null}
      {trash.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={trash.isFetchingNextPage}
            onClick={() => void trash.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
      <DeleteDialog
        isOpen={isAsking}
        doomed={question}
        isPending={actions.pending === "delete"}
        onClose={() => setAsking(false)}
        onConfirm={() => void question?.run().then(() => setAsking(false))}
      />
    </>
  );
}

function sumUp(files: readonly TrashedFileView[]): Omit<Doomed, "isAll"> {
  return {
    files: files.length,
    bytes: files.reduce((all, { size }) => all + size, 0),
    names: files.map(({ filename }) => filename),
    films: files.filter(({ videoId }) => videoId !== null).length,
  };
}
