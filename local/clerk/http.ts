import type { IncomingMessage } from "node:http";
import type { ClerkContext } from "./context";
import { ClerkError } from "./errors";

const MAX_BODY_BYTES = 64 * 1024;

/** One request, read whole. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The path's `:names`. */
  params: Record<string, string>;
  body: string;
  header: (name: string) => string | undefined;
  cookie: (name: string) => string | undefined;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

export type Handler = (ctx: ClerkContext, call: Call) => Reply | Promise<Reply>;

/** @throws ClerkError when the body is larger than 64 KiB. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? "/", "http://loopback");
  const cookies = readCookies(request.headers.cookie ?? "");
  // The browser's SDK sends PATCH and DELETE as POST, which needs no CORS preflight.
  const override = request.method === "POST" ? url.searchParams.get("_method") : null;
  return {
    method: (override ?? request.method ?? "GET").toUpperCase(),
    path: url.pathname,
    query: url.searchParams,
    params: {},
    body: await readBody(request),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    cookie: (name) => cookies.get(name),
  };
}

// The SDK's response parser compares the whole content type: no charset here.
export function json(body: unknown, status = 200): Reply {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}

export function redirect(location: string): Reply {
  return { status: 307, headers: { location, "cache-control": "no-store" }, body: "" };
}

/** The fields of a form body. */
export function readForm(call: Call): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(call.body));
}

/** The fields of a JSON body; none when it is empty. @throws ClerkError when it is no object. */
export function readJson(call: Call): Record<string, unknown> {
  if (call.body === "") return {};
  try {
    const value: unknown = JSON.parse(call.body);
    if (value && typeof value === "object" && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {}
  throw new ClerkError("request_body_invalid");
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new ClerkError("request_body_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair) => {
    const [name = "", ...value] = pair.trim().split("=");
    return [name, value.join("=")] as const;
  });
  return new Map(pairs);
}
