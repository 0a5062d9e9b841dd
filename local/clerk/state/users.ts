import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { backendUserResource } from "../resources/user";
import { transaction } from "./database";
import { newId } from "./ids";
import { postEvent } from "./outbox";

export type Metadata = Record<string, unknown>;

export interface UserRow {
  id: string;
  email_id: string;
  email: string;
  email_strategy: string;
  password_hash: string | null;
  first_name: string | null;
  last_name: string | null;
  external_id: string | null;
  banned: number;
  public_metadata: string;
  private_metadata: string;
  unsafe_metadata: string;
  failed_passwords: number;
  locked_until: number;
  legal_accepted_at: number | null;
  last_sign_in_at: number | null;
  last_active_at: number | null;
  created_at: number;
  updated_at: number;
}

type NewUser = Pick<UserRow, "email" | "email_strategy"> & Partial<UserRow>;

const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@.<>()[\]\\,;:"]+$/u;

/**
 * The address as it is stored: trimmed, in lower case.
 * @throws ClerkError when it is no e-mail address.
 */
export function readEmail(text: string, param = "email_address"): string {
  const email = text.trim().toLowerCase();
  if (email.length > 254 || !EMAIL.test(email)) {
    throw new ClerkError("form_param_format_invalid", {
      param,
      message: "Email address must be a valid email address.",
    });
  }
  return email;
}

/** @throws ClerkError `resource_not_found`. */
export function getUser(ctx: ClerkContext, id: string): UserRow {
  const row = ctx.database.prepare("select * from users where id = ?").get(id);
  if (!row) throw new ClerkError("resource_not_found");
  return row as unknown as UserRow;
}

export function findUserByEmail(ctx: ClerkContext, email: string): UserRow | null {
  const row = ctx.database
    .prepare("select * from users where email = ?")
    .get(email.trim().toLowerCase());
  return (row as UserRow | undefined) ?? null;
}

/** @throws ClerkError `form_identifier_exists` when the address or external id is taken. */
export function createUser(ctx: ClerkContext, user: NewUser): UserRow {
  requireFree(ctx, "email", user.email, null);
  if (user.external_id) requireFree(ctx, "external_id", user.external_id, null);
  const row = {
    id: newId("user"),
    email_id: newId("idn"),
    created_at: ctx.now(),
    updated_at: ctx.now(),
    ...user,
  };
  const names = Object.keys(row);
  return transaction(ctx.database, () => {
    ctx.database
      .prepare(`insert into users (${names}) values (${names.map((name) => `:${name}`)})`)
      .run(row);
    const created = getUser(ctx, row.id);
    postEvent(ctx, row.id, "user.created", backendUserResource(ctx, created));
    return created;
  });
}

/** @throws ClerkError `form_identifier_exists` when the external id is another user's. */
export function updateUser(ctx: ClerkContext, id: string, change: Partial<UserRow>): UserRow {
  if (change.external_id) requireFree(ctx, "external_id", change.external_id, id);
  const row = { updated_at: ctx.now(), ...change };
  const columns = Object.keys(row).map((name) => `${name} = :${name}`);
  return transaction(ctx.database, () => {
    ctx.database.prepare(`update users set ${columns} where id = :id`).run({ ...row, id });
    const updated = getUser(ctx, id);
    postEvent(ctx, id, "user.updated", backendUserResource(ctx, updated));
    return updated;
  });
}

/** Also ends the user's sessions and attempts, by the database's cascades. */
export function deleteUser(ctx: ClerkContext, id: string): void {
  transaction(ctx.database, () => {
    ctx.database.prepare("delete from users where id = ?").run(id);
    postEvent(ctx, id, "user.deleted", { id, object: "user", deleted: true });
  });
}

function requireFree(
  ctx: ClerkContext,
  column: "email" | "external_id",
  value: string,
  ownId: string | null,
): void {
  const taken = ctx.database
    .prepare(`select 1 from users where ${column} = ? and id is not ?`)
    .get(value, ownId);
  const param = column === "email" ? "email_address" : column;
  if (taken) throw new ClerkError("form_identifier_exists", { param });
}
