import pg from "pg";
import { createWatches } from "./file-watches";

/** What delivery must know of a stored file that people may read now. */
export type FoundFile = {
  id: string;
  ownerId: string;
  urlEpoch: number;
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string | null;
  createdAt: Date;
  storageKey: string;
};

export type FileLookup = {
  /**
   * Reads the row anew each time, so that a revoked or deleted file is gone for the next request.
   * @param id - a canonical UUID.
   * @returns null when there is no such file, or it is not READY, or deleted.
   */
  find(id: string): Promise<FoundFile | null>;
  /**
   * Calls back once, within seconds, when the file is deleted, its URLs are revoked or it has
   * another owner. While the database is away nobody is called.
   * @returns a function that ends the watch.
   */
  watch(file: Pick<FoundFile, "id" | "ownerId" | "urlEpoch">, onGone: () => void): () => void;
  stop(): Promise<void>;
};

// Prisma's columns are quoted camel case. Prepared once per connection.
const QUERY = {
  name: "t2m-file-lookup",
  rowMode: "array",
  text: `SELECT id::text, "ownerId", "urlEpoch", filename, "contentType", size::text, sha256,
    (extract(epoch from "createdAt") * 1000)::float8, "storageKey"
    FROM "File" WHERE id = ANY($1::uuid[]) AND status = 'READY' AND "deletedAt" IS NULL`,
} as const;

type Row = [string, string, number, string, string, string, string | null, number, string];
type Waiting = { resolve(file: FoundFile | null): void; reject(error: unknown): void };

/**
 * One prepared statement on one connection. While it is on its way, those who ask gather for the
 * next one: a seeking player costs a fraction of a query, and nothing is remembered between two.
 */
export function createFileLookup({ connectionString }: { connectionString: string }): FileLookup {
  let connecting: Promise<pg.Client> | undefined;
  let gathering = new Map<string, Waiting[]>();
  let isAsking = false;
  let isStopped = false;

  function connect(): Promise<pg.Client> {
    connecting ??= open().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  }

  async function open() {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    const forget = () => {
      connecting = undefined;
      client.end().catch(() => undefined);
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    return client;
  }

  async function ask(ids: string[], isRetry = false): Promise<Row[]> {
    const client = await connect();
    try {
      return (await client.query<Row>({ ...QUERY, values: [ids] })).rows;
    } catch (error) {
      // After a time-out the connection is in no known state. One that had died unnoticed gets one more chance.
      connecting = undefined;
      client.end().catch(() => undefined);
      const isTimeOut = error instanceof Error && error.message === "Query read timeout";
      if (isRetry || isTimeOut || isStopped) throw error;
      return ask(ids, true);
    }
  }

  async function askForAll() {
    isAsking = true;
    while (gathering.size > 0) {
      const batch = gathering;
      gathering = new Map();
      try {
        const files = new Map((await ask([...batch.keys()])).map((row) => [row[0], readRow(row)]));
        for (const [id, those] of batch) {
          for (const { resolve } of those) resolve(files.get(id) ?? null);
        }
      } catch (error) {
        for (const those of batch.values()) for (const { reject } of those) reject(error);
      }
    }
    isAsking = false;
  }

  function find(id: string): Promise<FoundFile | null> {
    return new Promise((resolve, reject) => {
      const those = gathering.get(id);
      if (those) those.push({ resolve, reject });
      else gathering.set(id, [{ resolve, reject }]);
      if (!isAsking) void askForAll();
    });
  }
  const watches = createWatches(find);

  return {
    find,
    watch: watches.add,
    async stop() {
      isStopped = true;
      watches.stop();
      const client = await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}

function readRow(row: Row): FoundFile {
  const [id, ownerId, urlEpoch, filename, contentType, size, sha256, createdAt, storageKey] = row;
  return {
    id,
    ownerId,
    urlEpoch,
    filename,
    contentType,
    size: Number(size),
    sha256,
    createdAt: new Date(createdAt),
    storageKey,
  };
}
