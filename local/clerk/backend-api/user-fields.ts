import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { readMetadata, readText } from "../fields";
import { hashPassword, requirePasswordShape } from "../state/passwords";
import type { UserRow } from "../state/users";

const SHARED = [
  ...["password", "skip_password_checks", "first_name", "last_name", "external_id"],
  ...["public_metadata", "private_metadata", "unsafe_metadata"],
  ...["legal_accepted_at", "skip_legal_checks"],
];
const KNOWN = {
  create: new Set([...SHARED, "email_address", "skip_password_requirement", "created_at"]),
  update: new Set([...SHARED, "sign_out_of_other_sessions"]),
};

/** What a body says of a user. @throws ClerkError for a field that the stand-in does not keep. */
export async function readUserFields(
  ctx: ClerkContext,
  body: Record<string, unknown>,
  purpose: keyof typeof KNOWN,
): Promise<Partial<UserRow>> {
  const unknown = Object.keys(body).find((name) => !KNOWN[purpose].has(name));
  if (unknown) {
    throw new ClerkError("form_param_unknown", {
      param: unknown,
      message: `The stand-in does not keep ${unknown}.`,
    });
  }
  const fields: Partial<UserRow> = {};
  for (const name of ["first_name", "last_name", "external_id"] as const) {
    if (body[name] !== undefined) fields[name] = readText(body[name], name);
  }
  for (const name of ["public_metadata", "private_metadata", "unsafe_metadata"] as const) {
    if (body[name] !== undefined) fields[name] = readMetadata(body[name], name);
  }
  for (const name of ["legal_accepted_at", "created_at"] as const) {
    if (body[name] !== undefined) fields[name] = readTime(body[name], name);
  }
  if (body["password"] !== undefined) {
    const password = String(body["password"]);
    if (body["skip_password_checks"] !== true) requirePasswordShape(password);
    fields.password_hash = await hashPassword(password);
    fields.failed_passwords = 0;
    fields.locked_until = 0;
  }
  fields.updated_at = ctx.now();
  return fields;
}

function readTime(value: unknown, param: string): number {
  const time = new Date(String(value)).getTime();
  if (Number.isNaN(time)) throw new ClerkError("form_param_format_invalid", { param });
  return time;
}
