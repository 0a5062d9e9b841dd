import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { readMetadata } from "../fields";
import { type Call, json, type Reply, readJson } from "../http";
import { backendUserResource } from "../resources/user";
import { transaction } from "../state/database";
import { getUser, type Metadata, type UserRow, updateUser } from "../state/users";

const NAMES = ["public_metadata", "private_metadata", "unsafe_metadata"] as const;

/** `PATCH /v1/users/:id/metadata` merges deeply; null takes a key away. */
export function merge(ctx: ClerkContext, call: Call): Reply {
  return change(ctx, call, (current, given) => mergeDeep(current, given));
}

/** `PUT /v1/users/:id/metadata` replaces the kinds that it names. */
export function replace(ctx: ClerkContext, call: Call): Reply {
  return change(ctx, call, (_current, given) => given);
}

function change(
  ctx: ClerkContext,
  call: Call,
  next: (current: Metadata, given: Metadata) => Metadata,
): Reply {
  const body = readJson(call);
  const unknown = Object.keys(body).find((name) => !NAMES.some((known) => known === name));
  if (unknown) throw new ClerkError("form_param_unknown", { param: unknown });
  const user = transaction(ctx.database, () => {
    const current = getUser(ctx, call.params["id"] ?? "");
    const fields: Partial<UserRow> = {};
    for (const name of NAMES) {
      if (body[name] === undefined) continue;
      const given = JSON.parse(readMetadata(body[name], name));
      fields[name] = readMetadata(next(JSON.parse(current[name]), given), name);
    }
    return updateUser(ctx, current.id, fields);
  });
  return json(backendUserResource(ctx, user));
}

function mergeDeep(current: Metadata, given: Metadata): Metadata {
  const merged = new Map(Object.entries(current));
  for (const [name, value] of Object.entries(given)) {
    const before = merged.get(name);
    if (value === null) merged.delete(name);
    else
      merged.set(name, isObject(value) ? mergeDeep(isObject(before) ? before : {}, value) : value);
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Metadata {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
