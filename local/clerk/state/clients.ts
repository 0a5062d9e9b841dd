import { randomBytes } from "node:crypto";
import type { ClerkContext } from "../context";
import { hashSecret, newId } from "./ids";

/** One browser. What it is signed in to is its sessions. */
export interface ClientRow {
  id: string;
  sign_in_id: string | null;
  sign_up_id: string | null;
  last_active_session_id: string | null;
  last_strategy: string | null;
  /** Which browser it is, as it said last. */
  user_agent: string | null;
  created_at: number;
  /** Moves only when a session begins or ends: `__client_uat` comes from it. */
  updated_at: number;
}

export function createClient(ctx: ClerkContext): { client: ClientRow; key: string } {
  const key = `dvb_${randomBytes(24).toString("base64url")}`;
  const id = newId("client");
  ctx.database
    .prepare("insert into clients (id, key_hash, created_at, updated_at) values (?, ?, ?, ?)")
    .run(id, hashSecret(key), ctx.now(), ctx.now());
  return { client: getClient(ctx, id), key };
}

/** The browser that holds this key, which is what its dev-browser cookie says. */
export function findClientByKey(ctx: ClerkContext, key: string): ClientRow | null {
  const row = ctx.database.prepare("select * from clients where key_hash = ?").get(hashSecret(key));
  return (row as ClientRow | undefined) ?? null;
}

export function getClient(ctx: ClerkContext, id: string): ClientRow {
  const row = ctx.database.prepare("select * from clients where id = ?").get(id);
  if (!row) throw new Error("A session without its client.");
  return row as unknown as ClientRow;
}

export function updateClient(ctx: ClerkContext, id: string, change: Partial<ClientRow>): ClientRow {
  const columns = Object.keys(change).map((name) => `${name} = :${name}`);
  ctx.database.prepare(`update clients set ${columns} where id = :id`).run({ ...change, id });
  return getClient(ctx, id);
}

/** Forgets browsers that have been signed out for a month. */
export function forgetIdleClients(ctx: ClerkContext): void {
  ctx.database
    .prepare(
      `delete from clients where updated_at < ? and not exists
         (select 1 from sessions where client_id = clients.id and status = 'active')`,
    )
    .run(ctx.now() - 30 * 24 * 60 * 60 * 1000);
}
