import { ReplyError } from "./reply";

/** The kinds of value that the commands here use; a sorted set is a map of member to score. */
type Kinds = {
  string: string;
  hash: Map<string, string>;
  set: Set<string>;
  zset: Map<string, number>;
};
type Kind = keyof Kinds;
type Entry = { [K in Kind]: { kind: K; value: Kinds[K]; expiresAt: number | null } }[Kind];

export type Store = ReturnType<typeof createStore>;

/**
 * A keyspace in memory. Every method is synchronous, which is what makes scripts and transactions
 * atomic. @param now - milliseconds since 1970.
 */
export function createStore(now: () => number) {
  const entries = new Map<string, Entry>();

  function find(key: string): Entry | null {
    const entry = entries.get(key);
    if (!entry) return null;
    if (entry.expiresAt !== null && entry.expiresAt <= now()) {
      entries.delete(key);
      return null;
    }
    return entry;
  }

  return {
    now,
    has: (key: string) => find(key) !== null,

    /** @throws WRONGTYPE when the key holds another kind. @returns null when there is no such key. */
    read<K extends Kind>(key: string, kind: K): Kinds[K] | null {
      const entry = find(key);
      if (!entry) return null;
      if (entry.kind !== kind) {
        throw new ReplyError("WRONGTYPE Operation against a key holding the wrong kind of value");
      }
      return entry.value as Kinds[K];
    },

    /** Replaces the value and keeps the time to live, unless one is given (null: none). */
    write<K extends Kind>(key: string, kind: K, value: Kinds[K], expiresAt?: number | null): void {
      const kept = expiresAt === undefined ? (find(key)?.expiresAt ?? null) : expiresAt;
      entries.set(key, { kind, value, expiresAt: kept } as Entry);
    },

    delete(key: string): boolean {
      return find(key) !== null && entries.delete(key);
    },

    /** @returns milliseconds, -1 without an end, -2 without a key (as PTTL answers). */
    timeToLive(key: string): number {
      const entry = find(key);
      if (!entry) return -2;
      return entry.expiresAt === null ? -1 : entry.expiresAt - now();
    },

    expire(key: string, milliseconds: number): boolean {
      const entry = find(key);
      if (!entry) return false;
      entry.expiresAt = now() + milliseconds;
      return true;
    },

    keys: () => [...entries.keys()].filter((key) => find(key) !== null),
    clear: () => entries.clear(),

    /** Frees what expired and was never asked for again. */
    sweep(): void {
      for (const key of entries.keys()) find(key);
    },
  };
}
