import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const HEALTH_PATH = "/api/system/health";
/** A balancer that asks on a connection of its own hears 503 before nobody is there any more. */
const LINGER_MS = 500;
const MAX_TRANSFER_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** How a server goes away without breaking what it has begun. */
export function createDrain(server: Server) {
  const open = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  let isDraining = false;

  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  // Not node:http's own: to that, an answer whose end is written but not sent yet is over.
  function closeIdle() {
    const busy = new Set([...open].map((res) => res.req.socket));
    for (const socket of sockets) if (!busy.has(socket)) socket.destroySoon();
  }

  // Next sets headers one by one; those of a `writeHead` alone could not be read here.
  function isStream(res: ServerResponse): boolean {
    return String(res.getHeader("content-type") ?? "").startsWith("text/event-stream");
  }

  return {
    /**
     * Counts an answer in. While draining, each connection serves what arrives and closes; readiness
     * is 503 and a new event stream is not begun, since its browser would hold on to it.
     * @returns true when the answer is given already.
     */
    refuses(req: IncomingMessage, res: ServerResponse): boolean {
      open.add(res);
      res.once("close", () => open.delete(res));
      if (!isDraining) return false;
      res.shouldKeepAlive = false;
      if (req.headers.accept === "text/event-stream") {
        req.socket.destroy();
        return true;
      }
      if (req.url?.split("?", 1)[0] !== HEALTH_PATH) return false;
      res.writeHead(503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      res.end('{"status":"unavailable"}');
      return true;
    },

    /**
     * Readiness is 503 at once, event streams end so that browsers go elsewhere, no connection is
     * accepted after half a second. Resolves when every transfer is finished, at the latest 30 s later.
     */
    async run(): Promise<void> {
      isDraining = true;
      const deadline = Date.now() + MAX_TRANSFER_MS;
      for (const res of open) {
        if (!res.headersSent) res.shouldKeepAlive = false;
        else if (isStream(res)) res.end(() => res.req.socket.destroySoon());
      }
      await wait(LINGER_MS);
      // As above: `server.close()` of node:http would cut ends of answers off.
      NetServer.prototype.close.call(server);
      while (open.size > 0 && Date.now() < deadline) {
        closeIdle();
        await wait(LOOK_EVERY_MS);
      }
      server.closeAllConnections();
    },
  };
}
