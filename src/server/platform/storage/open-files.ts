import { close, constants, open, read } from "node:fs";
import type { OpenObject } from "./storage.ts";

/** A player asks for one range after the other; opening and closing cost as much as sending 64 KiB. */
const IDLE_MS = 500;
const MAX_IDLE = 256;

type Shared = { descriptor: Promise<number>; uses: number; idleSince: number };

/**
 * Readers of one file share its descriptor, which stays open for half a second after the last. Only
 * for files that never change: what is deleted keeps its place on the disk until then.
 */
export function createOpenFiles(now: () => number = () => performance.now()) {
  const files = new Map<string, Shared>();
  let sweeping: NodeJS.Timeout | undefined;

  function sweep() {
    let idle = [...files].filter(([, { uses }]) => uses === 0);
    const tooMany = idle.length - MAX_IDLE;
    idle = idle.filter(([, { idleSince }], at) => at < tooMany || now() - idleSince >= IDLE_MS);
    for (const [path, { descriptor }] of idle) {
      files.delete(path);
      descriptor.then((found) => close(found, () => undefined)).catch(() => undefined);
    }
    if (files.size > 0) return;
    clearInterval(sweeping);
    sweeping = undefined;
  }

  function share(path: string): Shared {
    const known = files.get(path);
    if (known) return known;
    const fresh = { descriptor: openDescriptor(path), uses: 0, idleSince: 0 };
    fresh.descriptor.catch(() => files.delete(path));
    files.set(path, fresh);
    sweeping ??= setInterval(sweep, IDLE_MS).unref();
    return fresh;
  }

  /** @throws what open(2) says. */
  return async function openShared(path: string): Promise<OpenObject> {
    const shared = share(path);
    shared.uses += 1;
    const descriptor = await shared.descriptor;
    return {
      read: (buffer, length, position) => readAt(descriptor, buffer, length, position),
      close() {
        shared.uses -= 1;
        shared.idleSince = now();
      },
    };
  };
}

// By callbacks: the promises of node:fs cost a small range a tenth of its time.
function openDescriptor(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    open(path, constants.O_RDONLY | constants.O_NOFOLLOW, (error, descriptor) =>
      error ? reject(error) : resolve(descriptor),
    );
  });
}

function readAt(
  descriptor: number,
  buffer: Buffer,
  length: number,
  position: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, 0, length, position, (error, count) =>
      error ? reject(error) : resolve(count),
    );
  });
}
