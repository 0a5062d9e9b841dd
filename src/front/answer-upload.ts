import type { IncomingMessage, ServerResponse } from "node:http";
import { type Adapters, createRequestContext } from "~/server/context";
import { UPLOAD_PATH } from "~/server/uploads/schema";
import { createUploads } from "~/server/uploads/service";
import { readRequestBody } from "./request-body";

export function isUploadPath(url: string): boolean {
  const [path] = url.split("?", 1);
  return path === UPLOAD_PATH || path?.startsWith(`${UPLOAD_PATH}/`) === true;
}

/**
 * Answers uploads on node:http as the route handler does on the web's `Request`.
 * @returns a handler for requests whose headers are cleaned; it never rejects.
 */
export function createUploadAnswer(adapters: Adapters) {
  const uploads = createUploads({ ownsPieces: true });

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = toRequest(req, adapters.appOrigin);
    const ctx = createRequestContext(request, { adapters });
    const body = hasBody(req) ? readRequestBody(req) : null;
    const response = await uploads.respond(ctx, request, body?.bytes ?? null);
    if (res.destroyed) return;
    if (!req.complete) res.shouldKeepAlive = false;
    const text = Buffer.from(await response.arrayBuffer());
    if (response.body) response.headers.set("content-length", String(text.length));
    res.writeHead(response.status, [...response.headers].flat()).end(text);
    body?.discard();
  };
}

/** Without the body, which only its reader may touch. */
function toRequest(req: IncomingMessage, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return new Request(new URL(req.url ?? "/", origin), { method: req.method ?? "GET", headers });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
