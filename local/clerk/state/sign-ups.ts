import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { updateClient } from "./clients";
import { transaction } from "./database";
import { newId } from "./ids";
import { createSession } from "./sessions";
import { createUser } from "./users";

export interface SignUpRow {
  id: string;
  client_id: string;
  status: "missing_requirements" | "complete";
  email: string | null;
  email_verified: number;
  password_hash: string | null;
  first_name: string | null;
  last_name: string | null;
  unsafe_metadata: string;
  legal_accepted_at: number | null;
  user_id: string | null;
  session_id: string | null;
  created_at: number;
}

/** Begins an attempt, which becomes the client's current one. */
export function createSignUp(ctx: ClerkContext, clientId: string): SignUpRow {
  const id = newId("sua");
  return transaction(ctx.database, () => {
    ctx.database
      .prepare(
        "insert into sign_ups (id, client_id, status, created_at) values (?, ?, 'missing_requirements', ?)",
      )
      .run(id, clientId, ctx.now());
    updateClient(ctx, clientId, { sign_up_id: id });
    return getSignUp(ctx, clientId, id);
  });
}

export function findSignUp(ctx: ClerkContext, clientId: string, id: string): SignUpRow | null {
  const row = ctx.database
    .prepare("select * from sign_ups where id = ? and client_id = ?")
    .get(id, clientId);
  return (row as SignUpRow | undefined) ?? null;
}

/** @throws ClerkError when it is not this client's attempt. */
export function getSignUp(ctx: ClerkContext, clientId: string, id: string): SignUpRow {
  const row = findSignUp(ctx, clientId, id);
  if (!row) throw new ClerkError("resource_not_found");
  return row;
}

export function updateSignUp(
  ctx: ClerkContext,
  signUp: SignUpRow,
  change: Partial<SignUpRow>,
): SignUpRow {
  const names = Object.keys(change);
  if (names.length === 0) return signUp;
  ctx.database
    .prepare(`update sign_ups set ${names.map((name) => `${name} = :${name}`)} where id = :id`)
    .run({ ...change, id: signUp.id });
  return { ...signUp, ...change };
}

export function listMissingFields(signUp: SignUpRow): string[] {
  return [
    ...(signUp.email ? [] : ["email_address"]),
    ...(signUp.password_hash ? [] : ["password"]),
  ];
}

/** Makes the user and signs them in once nothing is missing; else leaves the attempt open. */
export function completeSignUp(ctx: ClerkContext, signUp: SignUpRow): SignUpRow {
  const { email } = signUp;
  if (!email || !signUp.email_verified || listMissingFields(signUp).length > 0) return signUp;
  return transaction(ctx.database, () => {
    const user = createUser(ctx, {
      email,
      email_strategy: "email_code",
      password_hash: signUp.password_hash,
      first_name: signUp.first_name,
      last_name: signUp.last_name,
      unsafe_metadata: signUp.unsafe_metadata,
      legal_accepted_at: signUp.legal_accepted_at,
    });
    const session = createSession(ctx, {
      clientId: signUp.client_id,
      userId: user.id,
      strategy: "email_code",
    });
    updateClient(ctx, signUp.client_id, { sign_in_id: null, sign_up_id: null });
    return updateSignUp(ctx, signUp, {
      status: "complete",
      user_id: user.id,
      session_id: session.id,
      password_hash: null,
    });
  });
}
