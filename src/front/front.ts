import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerFile, type FileDeps, matchFilePath } from "./answer-file";
import { isUploadPath } from "./answer-upload";
import { createBuffers } from "./buffers";
import { createDrain } from "./drain";
import { cleanHeaders, type ProxySettings } from "./request-headers";
import { limitRequest } from "./request-limit";

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type FrontDeps = Omit<FileDeps, "buffers"> &
  ProxySettings & {
    /** Left out, uploads are answered by what the rest is handed to. */
    answerUpload?: Handler;
    /** For the whole of a request's headers. */
    headersTimeoutMs?: number;
  };

export type Front = {
  /** For what attaches itself to a server, as Next's development does. */
  server: Server;
  /**
   * @param host - left out, every address of this machine.
   * @returns the port, chosen by the system when 0 was asked for.
   */
  listen(port: number, host?: string): Promise<number>;
  /** Hands everything but files to `next` from now on; until then callers are told to come back. */
  handOver(next: Handler): void;
  /** See `createDrain`. */
  drain(): Promise<void>;
};

/** Browsers send some 25 headers, proxies add ten. */
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
/** Longer than the 60 s after which common balancers drop an idle connection themselves. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** One port: files are answered here on node:http, the rest is Next's. */
export function createFront(deps: FrontDeps): Front {
  const fileDeps = { ...deps, buffers: createBuffers() };
  const { headersTimeoutMs = HEADERS_TIMEOUT_MS } = deps;
  let next: Handler | undefined;

  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: headersTimeoutMs,
      // Left to itself, node:http looks every 30 s, and lets who is late stay until then.
      connectionsCheckingInterval: headersTimeoutMs / 5,
      // An upload may take its time; `limitRequest` watches over the others.
      requestTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      // Vanished peers are found by the kernel, also while nothing is to be sent.
      keepAlive: true,
    },
    (req, res) => {
      // Without a listener a socket's end in the middle of an answer ends the process.
      res.on("error", () => undefined);
      if (req.rawHeaders.length > 2 * MAX_HEADERS) return refuse(res, 431);
      if (drain.refuses(req, res)) return;
      const file = matchFilePath(req.url ?? "/");
      if (file) return void answerFile(fileDeps, file, req, res);
      const isUpload = isUploadPath(req.url ?? "/");
      const answer = (isUpload && deps.answerUpload) || next;
      if (!answer) return refuse(res, 503);
      cleanHeaders(req, deps);
      if (!isUpload) limitRequest(req);
      answer(req, res).catch((error: unknown) => {
        deps.log.error({ err: error }, "a request failed");
        if (res.headersSent) res.destroy();
        else refuse(res, 500);
      });
    },
  );
  const drain = createDrain(server);

  return {
    server,
    async listen(port, host) {
      server.listen({ port, ...(host ? { host } : {}) });
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    },
    handOver(handler) {
      next = handler;
    },
    drain: drain.run,
  };
}

function refuse(res: ServerResponse, status: number): void {
  const headers = status === 503 ? { "Retry-After": "1" } : {};
  res.writeHead(status, { ...headers, "Content-Length": "0", Connection: "close" }).end();
}
