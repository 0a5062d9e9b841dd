import { type Reply, requireArguments } from "../reply";
import type { Store } from "../store";

export function sadd(store: Store, args: string[]): Reply {
  const [key = "", ...members] = requireArguments(args, 2, "sadd");
  const set = store.read(key, "set") ?? new Set<string>();
  const before = set.size;
  for (const member of members) set.add(member);
  store.write(key, "set", set);
  return set.size - before;
}

export function smembers(store: Store, args: string[]): Reply {
  const [key = ""] = requireArguments(args, 1, "smembers");
  return [...(store.read(key, "set") ?? [])];
}

export function smismember(store: Store, args: string[]): Reply {
  const [key = "", ...members] = requireArguments(args, 2, "smismember");
  const set = store.read(key, "set");
  return members.map((member) => (set?.has(member) ? 1 : 0));
}

export function sdiffstore(store: Store, args: string[]): Reply {
  const [target = "", ...keys] = requireArguments(args, 2, "sdiffstore");
  const [first, ...others] = readSets(store, keys);
  const kept = [...(first ?? [])].filter((member) => !others.some((set) => set.has(member)));
  return storeSet(store, target, new Set(kept));
}

export function sunionstore(store: Store, args: string[]): Reply {
  const [target = "", ...keys] = requireArguments(args, 2, "sunionstore");
  return storeSet(store, target, new Set(readSets(store, keys).flatMap((set) => [...set])));
}

function readSets(store: Store, keys: string[]): Set<string>[] {
  return keys.map((key) => store.read(key, "set") ?? new Set<string>());
}

function storeSet(store: Store, target: string, set: Set<string>): number {
  if (set.size === 0) store.delete(target);
  else store.write(target, "set", set, null);
  return set.size;
}
