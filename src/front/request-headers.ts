import type { IncomingMessage } from "node:http";

export type ProxySettings = {
  /** The one origin that people use. */
  appOrigin: string;
  /** How many proxies before us write `X-Forwarded-For`. */
  trustedProxies: number;
};

/** For this connection only (RFC 9110 §7.6.1); we offer no other protocol to upgrade to. */
const HOP_BY_HOP = ["connection", "keep-alive", "proxy-connection", "te", "upgrade"];

/** What `Connection` may name without being taken away: framing, and who is meant. */
const KEPT = new Set(["host", "content-length", "transfer-encoding", "content-type", "close"]);

/** Next's messages to itself; a stranger who sends them wants past the middleware (CVE-2025-29927). */
const INTERNAL =
  /^(?:x-middleware-.+|x-invoke-.+|x-next-resume-.+|next-resume|x-nextjs-data|x-matched-path|x-now-route-matches|x-forwarded-port)$/;

/**
 * Makes a request from outside one that Next may believe: no hop-by-hop or internal header, our own
 * host whatever `Host` says, and an `X-Forwarded-For` whose last entry no client can choose.
 */
export function cleanHeaders(req: IncomingMessage, settings: ProxySettings): void {
  const { headers } = req;
  const named = headers.connection?.toLowerCase().split(",") ?? [];
  for (const name of named.map((it) => it.trim())) if (!KEPT.has(name)) delete headers[name];
  for (const name of HOP_BY_HOP) delete headers[name];
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
  const { host, protocol } = new URL(settings.appOrigin);
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol.replace(":", "");
  headers["x-forwarded-for"] = forwardedFor(req, settings.trustedProxies);
}

/** The hops that are known, the socket's own last, without those that are trusted proxies. */
function forwardedFor(req: IncomingMessage, trustedProxies: number): string {
  const told = [req.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const hops = told.map((hop) => hop.trim()).filter((hop) => hop !== "");
  hops.push(req.socket.remoteAddress ?? "unknown");
  return hops.slice(0, Math.max(1, hops.length - trustedProxies)).join(", ");
}
