import { type Reply, ReplyError, requireArguments } from "../reply";
import type { Store } from "../store";

export function hset(store: Store, args: string[]): Reply {
  const [key = "", ...pairs] = requireArguments(args, 3, "hset");
  if (pairs.length % 2 === 1) {
    throw new ReplyError("ERR wrong number of arguments for 'hset' command");
  }
  const hash = store.read(key, "hash") ?? new Map<string, string>();
  const before = hash.size;
  for (let i = 0; i < pairs.length; i += 2) hash.set(pairs[i] ?? "", pairs[i + 1] ?? "");
  store.write(key, "hash", hash);
  return hash.size - before;
}

export function hget(store: Store, args: string[]): Reply {
  const [key = "", field = ""] = requireArguments(args, 2, "hget");
  return store.read(key, "hash")?.get(field) ?? null;
}

export function hmget(store: Store, args: string[]): Reply {
  const [key = "", ...fields] = requireArguments(args, 2, "hmget");
  const hash = store.read(key, "hash");
  return fields.map((field) => hash?.get(field) ?? null);
}

/** Fields and values in one flat list, as the wire has it. */
export function hgetall(store: Store, args: string[]): Reply {
  const [key = ""] = requireArguments(args, 1, "hgetall");
  return [...(store.read(key, "hash") ?? [])].flat();
}

export function hdel(store: Store, args: string[]): Reply {
  const [key = "", ...fields] = requireArguments(args, 2, "hdel");
  const hash = store.read(key, "hash");
  if (!hash) return 0;
  const deleted = fields.filter((field) => hash.delete(field)).length;
  if (hash.size === 0) store.delete(key);
  return deleted;
}
