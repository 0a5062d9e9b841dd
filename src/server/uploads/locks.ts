import type { Claims } from "~/server/platform/claims";

type Holder = { release: () => void; freed: Promise<void> };

/** How long the newer of two requests about one upload waits until the older has let go. */
const PATIENCE_MS = 30_000;

/**
 * One request at a time works on an upload, in all processes. A newer one, from a client whose connection
 * was cut, makes the older give up. (The shape is the one that `@tus/server` asks for.)
 */
export function createLocks() {
  const held = new Map<string, Holder>();
  return {
    newLock(id: string, claims: Claims) {
      let free: () => Promise<void> = async () => undefined;
      return {
        async lock(_signal: AbortSignal, release: () => void): Promise<void> {
          const giveUpAt = performance.now() + PATIENCE_MS;
          for (let holder = held.get(id); holder; holder = held.get(id)) {
            holder.release();
            if (!(await isFreed(holder, giveUpAt - performance.now()))) throw BUSY;
          }
          const { promise: freed, resolve } = Promise.withResolvers<void>();
          held.set(id, { release, freed });
          let letGo: (() => Promise<void>) | null = null;
          free = async () => {
            await letGo?.();
            held.delete(id);
            resolve();
          };
          try {
            const patienceMs = giveUpAt - performance.now();
            letGo = await claims.claim(`upload:${id}`, { patienceMs, onWanted: release });
            if (!letGo) throw BUSY;
          } catch (error) {
            await free();
            throw error;
          }
        },
        unlock: () => free(),
      };
    },
  };
}

/** As `@tus/server` throws its refusals. */
const BUSY = { status_code: 423, body: "Another request works on this upload." };

async function isFreed({ freed }: Holder, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([freed.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
