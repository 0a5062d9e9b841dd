/** What a reload needs to go on: the file's bytes, which the browser copies, and what is known of it. */
export type KeptFile = {
  id: string;
  viewerId: string;
  filename: string;
  contentType: string;
  sha256: string | null;
  isPaused: boolean;
  allowsTwin: boolean;
  turn: number;
};

export type KeptFiles = {
  /** Rejects when the browser has no room for a copy. */
  keep: (facts: KeptFile, file: File) => Promise<void>;
  /** Changes nothing when the file is not kept. */
  note: (id: string, facts: Partial<KeptFile>) => Promise<void>;
  forget: (id: string) => Promise<void>;
  list: (viewerId: string) => Promise<KeptFile[]>;
  /** @returns null when it is not there any more. */
  open: (id: string) => Promise<{ facts: KeptFile; file: File } | null>;
};

const DATABASE = "t2m-uploads";

/** The files of unfinished uploads in the browser's IndexedDB, the bytes apart from the facts. */
export function createKeptFiles(): KeptFiles {
  let opening: Promise<IDBDatabase> | null = null;
  const open = () => {
    opening ??= openDatabase().catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  async function run<Result>(
    mode: IDBTransactionMode,
    work: (facts: IDBObjectStore, files: IDBObjectStore) => IDBRequest<Result> | null,
  ): Promise<Result | undefined> {
    const transaction = (await open()).transaction(["facts", "files"], mode);
    return new Promise((resolve, reject) => {
      const request = work(transaction.objectStore("facts"), transaction.objectStore("files"));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    async keep(facts, file) {
      await run("readwrite", (factStore, files) => {
        factStore.put(facts);
        return files.put(file, facts.id);
      });
    },
    async note(id, changes) {
      await run("readwrite", (facts) => {
        const found = facts.get(id);
        found.onsuccess = () => {
          if (found.result) facts.put({ ...found.result, ...changes });
        };
        return null;
      });
    },
    async forget(id) {
      await run("readwrite", (facts, files) => {
        facts.delete(id);
        return files.delete(id);
      });
    },
    async list(viewerId) {
      const all: KeptFile[] = (await run("readonly", (facts) => facts.getAll())) ?? [];
      return all.filter((it) => it.viewerId === viewerId).toSorted((a, b) => a.turn - b.turn);
    },
    async open(id) {
      const facts: KeptFile | undefined = await run("readonly", (store) => store.get(id));
      const file: File | undefined = await run("readonly", (_, files) => files.get(id));
      return facts && file ? { facts, file } : null;
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("facts", { keyPath: "id" });
      request.result.createObjectStore("files");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
