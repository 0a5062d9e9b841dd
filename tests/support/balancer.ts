import { once } from "node:events";
import { get } from "node:http";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const LOOK_EVERY_MS = 100;

/** Hands each new connection to the next of those whose readiness is 200, as a balancer does. */
export async function startBalancer() {
  const healthy = new Map<number, boolean>();
  const sockets = new Set<Socket>();
  let turn = 0;
  let isRunning = true;

  const server = createServer((near) => {
    const ports = [...healthy].filter(([, is]) => is).map(([port]) => port);
    turn += 1;
    const far = connect(ports[turn % ports.length] ?? 0, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => sockets.delete(socket));
      socket.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  async function isReady(port: number): Promise<boolean> {
    return new Promise((resolve) => {
      const asked = get({ port, host: "127.0.0.1", path: "/api/system/health", agent: false });
      asked.on("response", (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      asked.on("error", () => resolve(false));
    });
  }
  const looking = (async () => {
    while (isRunning) {
      for (const port of healthy.keys()) healthy.set(port, await isReady(port));
      await wait(LOOK_EVERY_MS);
    }
  })();

  return {
    port: (server.address() as AddressInfo).port,
    async add(port: number) {
      healthy.set(port, false);
      while (!healthy.get(port)) await wait(10);
    },
    remove: (port: number) => void healthy.delete(port),
    async stop() {
      isRunning = false;
      await looking;
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
