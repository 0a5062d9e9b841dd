import { randomBytes } from "node:crypto";
import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { hashSecret, newId } from "./ids";

export interface SignInTokenRow {
  id: string;
  user_id: string;
  status: "pending" | "accepted" | "revoked";
  expire_at: number;
  created_at: number;
  updated_at: number;
}

/** A ticket that signs its bearer in once. Only its hash is stored. */
export function createSignInToken(
  ctx: ClerkContext,
  userId: string,
  lifetimeSeconds: number,
): { row: SignInTokenRow; token: string } {
  const token = randomBytes(32).toString("base64url");
  const id = newId("sit");
  const now = ctx.now();
  ctx.database
    .prepare("insert into sign_in_tokens values (?, ?, ?, 'pending', ?, ?, ?)")
    .run(id, hashSecret(token), userId, now + lifetimeSeconds * 1000, now, now);
  return { row: getSignInToken(ctx, id), token };
}

/** @throws ClerkError `resource_not_found`. */
function getSignInToken(ctx: ClerkContext, id: string): SignInTokenRow {
  const row = ctx.database
    .prepare(
      "select id, user_id, status, expire_at, created_at, updated_at from sign_in_tokens where id = ?",
    )
    .get(id);
  if (!row) throw new ClerkError("resource_not_found");
  return row as unknown as SignInTokenRow;
}

export function revokeSignInToken(ctx: ClerkContext, id: string): SignInTokenRow {
  ctx.database
    .prepare(
      "update sign_in_tokens set status = 'revoked', updated_at = ? where id = ? and status = 'pending'",
    )
    .run(ctx.now(), id);
  return getSignInToken(ctx, id);
}

/** Takes the ticket in and says whose it is. @throws ClerkError `ticket_invalid`. */
export function acceptSignInToken(ctx: ClerkContext, token: string): { userId: string } {
  const row = ctx.database
    .prepare(
      `update sign_in_tokens set status = 'accepted', updated_at = ?1
       where token_hash = ?2 and status = 'pending' and expire_at > ?1 returning user_id`,
    )
    .get(ctx.now(), hashSecret(token)) as { user_id: string } | undefined;
  if (!row) throw new ClerkError("ticket_invalid");
  return { userId: row.user_id };
}
