"use client";

import { useState } from "react";
import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import type { FileView } from "~/server/files/schema";
import { api } from "~/trpc/react";
import { countFiles, inParts } from "./counted-files";
import { openStreamSaver } from "./save-stream";

const UNDO_MS = 10_000;

/** What can be done with many files at once. */
export function useBulkActions() {
  const utils = api.useUtils();
  const [isPending, setPending] = useState(false);
  const removal = api.files.removeMany.useMutation();
  const restoring = api.files.restoreMany.useMutation();
  const renew = () =>
    Promise.all([
      utils.files.invalidate(),
      utils.videos.invalidate(),
      utils.account.me.invalidate(),
    ]);

  /** Shows what went wrong; what was done before that stays done. */
  async function run(work: () => Promise<void>): Promise<void> {
    setPending(true);
    try {
      await work();
    } catch (error) {
      toastProblem(error);
    } finally {
      setPending(false);
      await renew();
    }
  }

  async function restore(fileIds: readonly string[]) {
    await run(async () => {
      for (const part of inParts(fileIds)) await restoring.mutateAsync({ fileIds: part });
    });
  }

  async function remove(files: readonly FileView[]) {
    const removed: string[] = [];
    await run(async () => {
      for (const part of inParts(files.map(({ id }) => id))) {
        removed.push(...(await removal.mutateAsync({ fileIds: part })).fileIds);
      }
    });
    if (removed.length === 0) return;
    toast(`${countFiles(removed.length)} moved to the trash.`, {
      action: { label: "Undo", onClick: () => void restore(removed) },
      duration: UNDO_MS,
    });
  }

  async function download(files: readonly FileView[]) {
    const bytes = files.reduce((all, { size }) => all + size, 0);
    const name = `T2M ${countFiles(files.length)}.zip`;
    const save = await openStreamSaver(name, bytes).catch(() => undefined);
    if (save === undefined) return;
    if (save === null) {
      toast.error("That is more than this browser can pack at once. Choose fewer files.");
      return;
    }
    const leaving = new AbortController();
    const cancel = { label: "Cancel", onClick: () => leaving.abort() };
    const id = toast.loading(`Packing ${countFiles(files.length)}`, { action: cancel });
    let done = 0;
    let shown = 0;
    function onBytes(more: number) {
      done += more;
      const percent = Math.floor((100 * done) / Math.max(1, bytes));
      if (percent === shown) return;
      shown = percent;
      toast.loading(`Packing ${countFiles(files.length)} · ${percent} %`, { id, action: cancel });
    }
    try {
      // Only who packs files needs the packer.
      const { packFiles } = await import("./pack-files");
      const findUrl = async ({ id: fileId }: { id: string }) =>
        (await utils.client.signedUrls.create.mutate({ fileId })).url;
      await save(packFiles(files, { findUrl, onBytes, signal: leaving.signal }));
      toast.success(`${countFiles(files.length)} packed.`, { id, action: undefined });
    } catch (error) {
      toast.dismiss(id);
      if (!leaving.signal.aborted) toastProblem(error);
    }
  }

  return { isPending, remove, restore, download };
}
