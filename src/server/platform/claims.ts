import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const CHANNEL = "t2m_claims";
const ASK_AGAIN_MS = 50;
const QUERY_TIMEOUT_MS = 5_000;

type Wish = {
  patienceMs: number;
  /** Another process waits for it, or it is lost together with the database: let go at once. */
  onWanted(): void;
};

/** Names that one process at a time holds, of all that work on one database. */
export type Claims = {
  /**
   * Asks whoever holds the name to let go, and waits until that has happened. Within one process every
   * claim is granted: the caller sees to it that there is one at a time.
   * @returns a function that lets go; null when the patience is over.
   */
  claim(name: string, wish: Wish): Promise<(() => Promise<void>) | null>;
  stop(): Promise<void>;
};

/**
 * Advisory locks of Postgres on one connection: when the process ends, whatever way, they are free.
 * Opened by the first claim.
 */
export function createClaims({ connectionString }: { connectionString: string }): Claims {
  const held = new Map<string, Wish>();
  let connecting: Promise<pg.Client> | undefined;
  let current: pg.Client | undefined;

  function connect(): Promise<pg.Client> {
    connecting ??= open().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  }

  async function open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    client.on("error", () => lose(client));
    client.on("end", () => lose(client));
    client.on("notification", ({ payload = "" }) => held.get(payload)?.onWanted());
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    current = client;
    return client;
  }

  /** Postgres frees what a lost connection held, so that others may have it from now on. */
  function lose(client: pg.Client): void {
    if (current !== client) return;
    current = undefined;
    connecting = undefined;
    client.end().catch(() => undefined);
    const lost = [...held.values()];
    held.clear();
    for (const { onWanted } of lost) onWanted();
  }

  async function ask<Row extends object>(client: pg.Client, text: string, name: string) {
    try {
      return (await client.query<Row>(text, [name])).rows[0];
    } catch (error) {
      // After a time-out nobody knows what it holds.
      lose(client);
      throw error;
    }
  }

  async function tryOnce(client: pg.Client, name: string): Promise<boolean> {
    const text = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS granted";
    return (await ask<{ granted: boolean }>(client, text, `claim:${name}`))?.granted === true;
  }

  return {
    async claim(name, wish) {
      const giveUpAt = performance.now() + wish.patienceMs;
      const client = await connect();
      while (!(await tryOnce(client, name))) {
        if (performance.now() > giveUpAt) return null;
        await ask(client, `SELECT pg_notify('${CHANNEL}', $1)`, name);
        await wait(ASK_AGAIN_MS);
      }
      held.set(name, wish);
      return async () => {
        if (held.get(name) !== wish) return;
        held.delete(name);
        const text = "SELECT pg_advisory_unlock(hashtextextended($1, 0))";
        await ask(client, text, `claim:${name}`).catch(() => undefined);
      };
    },

    async stop() {
      const client = await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}
