import { advance, type UploadEvent } from "./advance";
import type { Upload } from "./upload";

/** The uploads of one page in their order, for whoever shows them. */
export function createLine() {
  let uploads: readonly Upload[] = [];
  let lastTurn = 0;
  const listeners = new Set<() => void>();

  function show(next: readonly Upload[]) {
    uploads = next;
    for (const listener of listeners) listener();
  }

  return {
    getSnapshot: () => uploads,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    find: (id: string) => uploads.find((it) => it.id === id),
    nextTurn() {
      lastTurn += 1;
      return lastTurn;
    },
    append: (added: readonly Upload[]) => show([...uploads, ...added]),
    drop: (id: string) => show(uploads.filter((it) => it.id !== id)),
    tell: (id: string, event: UploadEvent) =>
      show(uploads.map((it) => (it.id === id ? advance(it, event) : it))),
  };
}
