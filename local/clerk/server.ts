import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClerkContext } from "./context";
import { ClerkError, errorBody } from "./errors";
import { guardDoor } from "./gate";
import { json, type Reply, readCall } from "./http";
import { findRoute } from "./router";
import { ROUTES } from "./routes";
import { type ClerkOptions, readSettings } from "./settings";
import { forgetIdleClients } from "./state/clients";
import { openDatabase } from "./state/database";
import { expireSessions } from "./state/sessions";
import { openSigningKey } from "./state/signing-key";
import { startSender } from "./webhooks/sender";

interface RunningClerk {
  /** Where it listens: the value of `CLERK_FAPI_URL` and `CLERK_API_URL`. */
  url: string;
  stop: () => Promise<void>;
}

/** Starts the stand-in on 127.0.0.1; port 0 takes a free one. */
export async function startClerk(options: ClerkOptions): Promise<RunningClerk> {
  const settings = readSettings(options);
  const database = openDatabase(options.dataDir);
  const ctx: ClerkContext = {
    settings,
    database,
    signingKey: openSigningKey(database),
    now: options.now ?? Date.now,
    log: options.log ?? ((line) => console.log(`clerk  ${line}`)),
  };
  forgetIdleClients(ctx);
  const sender = startSender(ctx);
  sender.wake();
  const server = createServer((request, response) => {
    void handle(ctx, request, response).then(sender.wake);
  });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeIdleConnections();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
      await sender.stop();
      database.close();
    },
  };
}

async function handle(ctx: ClerkContext, request: IncomingMessage, response: ServerResponse) {
  const reply = await answer(ctx, request);
  response.writeHead(reply.status, reply.headers);
  response.end(request.method === "HEAD" ? undefined : reply.body);
}

async function answer(ctx: ClerkContext, request: IncomingMessage): Promise<Reply> {
  const line = `${request.method} ${request.url?.split("?")[0]}`;
  try {
    const call = await readCall(request);
    const match = findRoute(ROUTES, call.method, call.path);
    guardDoor(ctx, match?.route.door ?? null, call);
    if (!match) throw new ClerkError("not_imitated", { message: notImitated(call) });
    expireSessions(ctx);
    return await match.route.handler(ctx, { ...call, params: match.params });
  } catch (error) {
    return refuse(ctx, line, error);
  }
}

function notImitated(call: { method: string; path: string }): string {
  return `Clerk's local stand-in does not answer ${call.method} ${call.path}.`;
}

function refuse(ctx: ClerkContext, line: string, error: unknown): Reply {
  const traceId = randomUUID().replaceAll("-", "");
  if (error instanceof ClerkError) {
    ctx.log(`${line} refused: ${error.code}`);
    return json(errorBody(error, traceId), error.status);
  }
  ctx.log(`${line} failed (${traceId}): ${error instanceof Error ? error.stack : String(error)}`);
  const body = { code: "internal_clerk_error", message: "The Clerk stand-in failed. See its log." };
  return json({ errors: [{ ...body, long_message: body.message }], clerk_trace_id: traceId }, 500);
}
