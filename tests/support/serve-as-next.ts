import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NodeNextRequest, NodeNextResponse } from "next/dist/server/base-http/node";
import { sendResponse } from "next/dist/server/send-response";

/** Serves a route handler on loopback and moves its answer with Next's own code. */
export async function serveAsNext(handle: (request: Request) => Promise<Response>) {
  let pending = 0;
  const server = createServer(async (req, res) => {
    pending += 1;
    const gone = new AbortController();
    res.on("close", () => gone.abort());
    const request = new Request(`http://${req.headers.host ?? "localhost"}${req.url ?? "/"}`, {
      method: req.method ?? "GET",
      headers: Object.entries(req.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      signal: gone.signal,
    });
    const response = await handle(request);
    try {
      await sendResponse(new NodeNextRequest(req), new NodeNextResponse(res), response);
    } catch {
      // A body that fails has broken the connection already; Next logs it here.
    } finally {
      pending -= 1;
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** Requests that have arrived and are not answered or given up. */
    countPending: () => pending,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
