"use client";

import { useState } from "react";
import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import { api } from "~/trpc/react";
import { countFiles, inParts } from "./counted-files";

/** The ways out of the trash; `pending` says which one somebody waits for. */
export function useTrashActions() {
  const utils = api.useUtils();
  const [pending, setPending] = useState<"restore" | "delete" | null>(null);
  const restoring = api.files.restoreMany.useMutation();
  const deletion = api.files.deleteForever.useMutation();
  const emptying = api.files.emptyTrash.useMutation();

  async function run(what: "restore" | "delete", work: () => Promise<string>): Promise<void> {
    setPending(what);
    try {
      toast(await work());
    } catch (error) {
      toastProblem(error);
    } finally {
      await Promise.all([
        utils.files.invalidate(),
        utils.videos.invalidate(),
        utils.account.me.invalidate(),
      ]);
      setPending(null);
    }
  }

  return {
    pending,
    restore: (fileIds: readonly string[]) =>
      run("restore", async () => {
        let restored = 0;
        for (const part of inParts(fileIds)) {
          restored += (await restoring.mutateAsync({ fileIds: part })).fileIds.length;
        }
        return `${countFiles(restored)} restored.`;
      }),
    deleteForever: (fileIds: readonly string[]) =>
      run("delete", async () => {
        let deleted = 0;
        for (const part of inParts(fileIds)) {
          deleted += (await deletion.mutateAsync({ fileIds: part })).fileIds.length;
        }
        return `${countFiles(deleted)} deleted forever.`;
      }),
    /** @param before - ISO 8601: what came into the trash later stays. */
    empty: (before: string) =>
      run("delete", async () => {
        let deleted = 0;
        for (;;) {
          const step = await emptying.mutateAsync({ before });
          deleted += step.deleted;
          if (step.left === 0 || step.deleted === 0)
            return `${countFiles(deleted)} deleted forever.`;
        }
      }),
  };
}
