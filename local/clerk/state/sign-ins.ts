import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { updateClient } from "./clients";
import { transaction } from "./database";
import { newId } from "./ids";
import { createSession, type SessionRow } from "./sessions";

export interface SignInRow {
  id: string;
  client_id: string;
  user_id: string | null;
  identifier: string | null;
  status: "needs_identifier" | "needs_first_factor" | "needs_new_password" | "complete";
  /** The factor that was tried or prepared last. */
  strategy: string | null;
  session_id: string | null;
  created_at: number;
}

/** Begins an attempt, which becomes the client's current one. */
export function createSignIn(
  ctx: ClerkContext,
  clientId: string,
  of: { userId: string | null; identifier: string | null },
): SignInRow {
  const id = newId("sia");
  const status = of.userId ? "needs_first_factor" : "needs_identifier";
  return transaction(ctx.database, () => {
    ctx.database
      .prepare("insert into sign_ins values (?, ?, ?, ?, ?, null, null, ?)")
      .run(id, clientId, of.userId, of.identifier, status, ctx.now());
    updateClient(ctx, clientId, { sign_in_id: id });
    return getSignIn(ctx, clientId, id);
  });
}

export function findSignIn(ctx: ClerkContext, clientId: string, id: string): SignInRow | null {
  const row = ctx.database
    .prepare("select * from sign_ins where id = ? and client_id = ?")
    .get(id, clientId);
  return (row as SignInRow | undefined) ?? null;
}

/** @throws ClerkError when it is not this client's attempt. */
export function getSignIn(ctx: ClerkContext, clientId: string, id: string): SignInRow {
  const row = findSignIn(ctx, clientId, id);
  if (!row) throw new ClerkError("resource_not_found");
  return row;
}

export function updateSignIn(
  ctx: ClerkContext,
  signIn: SignInRow,
  change: Partial<SignInRow>,
): SignInRow {
  const columns = Object.keys(change).map((name) => `${name} = :${name}`);
  ctx.database
    .prepare(`update sign_ins set ${columns} where id = :id`)
    .run({ ...change, id: signIn.id });
  return { ...signIn, ...change };
}

/** The factor held: opens the session and takes the attempt off the client. */
export function completeSignIn(
  ctx: ClerkContext,
  signIn: SignInRow,
  userId: string,
  strategy: string,
): { signIn: SignInRow; session: SessionRow } {
  return transaction(ctx.database, () => {
    const session = createSession(ctx, { clientId: signIn.client_id, userId, strategy });
    updateClient(ctx, signIn.client_id, { sign_in_id: null, sign_up_id: null });
    const complete = updateSignIn(ctx, signIn, {
      status: "complete",
      user_id: userId,
      strategy,
      session_id: session.id,
    });
    return { signIn: complete, session };
  });
}
