import { createServer } from "node:net";

/**
 * A port on loopback that nobody listens on.
 * @param preferred - taken when it is free.
 */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  return await listenOnce(0, "127.0.0.1");
}

/** @param host - where the listener would stand; all interfaces when absent, as web servers do. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  try {
    await listenOnce(port, host ?? "127.0.0.1");
    if (host === undefined) await listenOnce(port);
    return true;
  } catch {
    return false;
  }
}

async function listenOnce(port: number, host?: string): Promise<number> {
  const server = createServer();
  return await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
