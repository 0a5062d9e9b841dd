import type { ClerkContext } from "../context";
import { type Call, type Handler, json, type Reply } from "../http";
import { clientResource } from "../resources/client";
import {
  type ClientRow,
  createClient,
  findClientByKey,
  getClient,
  updateClient,
} from "../state/clients";
import { clientKeyCookies, findClientKey } from "./cookies";

/** A call of a known browser. */
export interface BrowserCall extends Call {
  client: ClientRow;
  /** The page's origin; tokens carry it as `azp`. */
  origin: string;
}

type BrowserHandler<T> = (ctx: ClerkContext, call: BrowserCall) => T | Promise<T>;

/** Answers with the resource, and after a change with the whole client beside it. */
export function enveloped(handler: BrowserHandler<unknown>): Handler {
  return asBrowser(async (ctx, call) => {
    const response = await handler(ctx, call);
    const client = call.method === "GET" ? null : currentClient(ctx, call);
    return json({ response, client });
  });
}

/** Answers with the resource alone, as a few of the endpoints do. */
export function bare(handler: BrowserHandler<unknown>): Handler {
  return asBrowser(async (ctx, call) => json(await handler(ctx, call)));
}

export function currentClient(ctx: ClerkContext, call: BrowserCall) {
  return clientResource(ctx, getClient(ctx, call.client.id), call.origin);
}

/** A browser without a key that is known here gets a new one: keys are only ever made here. */
function asBrowser(handler: BrowserHandler<Reply>): Handler {
  return async (ctx, call) => {
    const key = findClientKey(ctx, call);
    const known = key ? findClientByKey(ctx, key) : null;
    const made = known ? null : createClient(ctx);
    const client = known ?? made?.client;
    if (!client) throw new Error("A browser is either known or new.");
    const origin = call.header("origin") ?? ctx.settings.appOrigin;
    const userAgent = call.header("user-agent")?.slice(0, 512) ?? null;
    if (userAgent !== client.user_agent) updateClient(ctx, client.id, { user_agent: userAgent });
    const reply = await handler(ctx, { ...call, client, origin });
    if (!made) return reply;
    const cookies = clientKeyCookies(ctx, made.key);
    return { ...reply, headers: { ...reply.headers, "set-cookie": cookies } };
  };
}
