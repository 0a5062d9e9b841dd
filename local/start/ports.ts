import { createServer } from "node:net";
import path from "node:path";
import { readJson, writeJson } from "./state-file";

/**
 * A port on loopback that nobody listens on.
 * @param preferred - taken when it is free.
 */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await canListen(preferred, "127.0.0.1"))) return preferred;
  return await listenOnce(0, "127.0.0.1");
}

/** For a web server, which listens on all interfaces: one taken on any of them is taken. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port));
}

/** Free ports by name, the same ones as last time when they still are free. */
export async function keepPorts<Name extends string>(
  dataDir: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const file = path.join(dataDir, "ports.json");
  const kept: Partial<Record<Name, number>> = readJson(file) ?? {};
  const found: Partial<Record<Name, number>> = {};
  for (const name of names) {
    let port = await findFreePort(kept[name]);
    while (Object.values(found).includes(port)) port = await findFreePort();
    found[name] = port;
  }
  writeJson(file, { ...kept, ...found });
  return found as Record<Name, number>;
}

async function canListen(port: number, host?: string): Promise<boolean> {
  try {
    await listenOnce(port, host);
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
