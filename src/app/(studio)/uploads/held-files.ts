import type { KeptFile, KeptFiles } from "./kept-files";
import type { Upload } from "./upload";

export type HeldFilesOptions = {
  viewerId: string;
  kept: KeptFiles;
  /** Waits until no other tab works on this upload, then holds it. @returns how to let go. */
  claim: (id: string) => Promise<() => void>;
};

/** The files that this tab works on: claimed against other tabs, and kept for after a reload. */
export function createHeldFiles({ viewerId, kept, claim }: HeldFilesOptions) {
  const files = new Map<string, File>();
  const claims = new Map<string, () => void>();

  async function release(id: string): Promise<void> {
    files.delete(id);
    await kept.forget(id).catch(() => undefined);
    claims.get(id)?.();
    claims.delete(id);
  }

  return {
    find: (id: string) => files.get(id),

    /** @returns whether the browser has kept a copy. */
    async take(file: File, upload: Upload): Promise<boolean> {
      const { id, filename, contentType, sha256, allowsTwin, turn } = upload;
      files.set(id, file);
      claims.set(id, await claim(id));
      const facts = { id, viewerId, filename, contentType, sha256, allowsTwin, turn };
      try {
        await kept.keep({ ...facts, isPaused: false }, file);
      } catch {
        return false;
      }
      // It may have been finished, or taken back, while the browser was copying.
      if (!files.has(id)) await release(id);
      return files.has(id);
    },

    note(id: string, facts: Partial<KeptFile>): void {
      void kept.note(id, facts).catch(() => undefined);
    },

    /** Nothing of it is needed here any more. */
    release: (id: string) => void release(id),

    /** Hands out what was kept before a reload, one by one, once no other tab works on it. */
    async restore(onFound: (facts: KeptFile, file: File) => void): Promise<void> {
      for (const { id } of await kept.list(viewerId)) {
        if (!files.has(id)) void restoreOne(id, onFound).catch(() => undefined);
      }
    },

    letGo() {
      for (const letGo of claims.values()) letGo();
    },
  };

  async function restoreOne(id: string, onFound: (facts: KeptFile, file: File) => void) {
    const letGo = await claim(id);
    const found = await kept.open(id).catch(() => null);
    if (!found || files.has(id)) return letGo();
    files.set(id, found.file);
    claims.set(id, letGo);
    onFound(found.facts, found.file);
  }
}
