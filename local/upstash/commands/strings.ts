import { type Reply, ReplyError, requireArguments, requireInteger } from "../reply";
import type { Store } from "../store";

/** SET key value [NX | XX] [GET] [EX s | PX ms | EXAT s | PXAT ms | KEEPTTL] */
export function set(store: Store, args: string[]): Reply {
  const [key = "", value = "", ...options] = requireArguments(args, 2, "set");
  let expiresAt: number | null | undefined = null;
  let condition: "NX" | "XX" | undefined;
  let returnsOld = false;
  while (options.length > 0) {
    const option = options.shift()?.toUpperCase();
    if (option === "NX" || option === "XX") condition = option;
    else if (option === "GET") returnsOld = true;
    else if (option === "KEEPTTL") expiresAt = undefined;
    else if (option === "EX") expiresAt = store.now() + requirePositive(options.shift()) * 1000;
    else if (option === "PX") expiresAt = store.now() + requirePositive(options.shift());
    else if (option === "EXAT") expiresAt = requirePositive(options.shift()) * 1000;
    else if (option === "PXAT") expiresAt = requirePositive(options.shift());
    else throw new ReplyError("ERR syntax error");
  }
  const old = returnsOld ? store.read(key, "string") : null;
  const isSet = condition === undefined || store.has(key) === (condition === "XX");
  if (isSet) store.write(key, "string", value, expiresAt);
  if (returnsOld) return old;
  return isSet ? "OK" : null;
}

export function setex(store: Store, args: string[]): Reply {
  const [key = "", seconds = "", value = ""] = requireArguments(args, 3, "setex");
  store.write(key, "string", value, store.now() + requirePositive(seconds) * 1000);
  return "OK";
}

export function get(store: Store, args: string[]): Reply {
  const [key = ""] = requireArguments(args, 1, "get");
  return store.read(key, "string");
}

export function mget(store: Store, args: string[]): Reply {
  return requireArguments(args, 1, "mget").map((key) => store.read(key, "string"));
}

export function incrby(store: Store, args: string[]): Reply {
  const [key = "", amount] = requireArguments(args, 2, "incrby");
  const value = requireInteger(store.read(key, "string") ?? "0") + requireInteger(amount);
  store.write(key, "string", String(value));
  return value;
}

export const incr = (store: Store, args: string[]): Reply =>
  incrby(store, [...requireArguments(args, 1, "incr"), "1"]);

export const decr = (store: Store, args: string[]): Reply =>
  incrby(store, [...requireArguments(args, 1, "decr"), "-1"]);

function requirePositive(text: string | undefined): number {
  const value = requireInteger(text);
  if (value <= 0) throw new ReplyError("ERR invalid expire time in 'set' command");
  return value;
}
