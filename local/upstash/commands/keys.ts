import { type Reply, ReplyError, requireArguments, requireInteger } from "../reply";
import type { Store } from "../store";

export function del(store: Store, args: string[]): Reply {
  return requireArguments(args, 1, "del").filter((key) => store.delete(key)).length;
}

export function exists(store: Store, args: string[]): Reply {
  return requireArguments(args, 1, "exists").filter((key) => store.has(key)).length;
}

export function pexpire(store: Store, args: string[]): Reply {
  const [key = "", milliseconds] = requireArguments(args, 2, "pexpire");
  return store.expire(key, requireInteger(milliseconds)) ? 1 : 0;
}

export function expire(store: Store, args: string[]): Reply {
  const [key = "", seconds] = requireArguments(args, 2, "expire");
  return store.expire(key, requireInteger(seconds) * 1000) ? 1 : 0;
}

export function pttl(store: Store, args: string[]): Reply {
  const [key = ""] = requireArguments(args, 1, "pttl");
  return store.timeToLive(key);
}

export function ttl(store: Store, args: string[]): Reply {
  const [key = ""] = requireArguments(args, 1, "ttl");
  const milliseconds = store.timeToLive(key);
  return milliseconds < 0 ? milliseconds : Math.round(milliseconds / 1000);
}

/** SCAN cursor [MATCH pattern] [COUNT n]: everything in one page, so the next cursor is always 0. */
export function scan(store: Store, args: string[]): Reply {
  const [cursor, ...options] = requireArguments(args, 1, "scan");
  requireInteger(cursor);
  let keys = store.keys();
  while (options.length > 0) {
    const option = options.shift()?.toUpperCase();
    const value = options.shift();
    if (value === undefined) throw new ReplyError("ERR syntax error");
    if (option === "MATCH") keys = keys.filter(matcher(value));
    else if (option === "COUNT") requireInteger(value);
    else throw new ReplyError("ERR syntax error");
  }
  return ["0", keys];
}

export function flushdb(store: Store): Reply {
  store.clear();
  return "OK";
}

export function ping(_store: Store, args: string[]): Reply {
  return args[0] ?? "PONG";
}

/** Redis's glob: `*`, `?`, `[ab]`, `[^a]`, and `\` before a character that stands for itself. */
function matcher(glob: string): (key: string) => boolean {
  const source = glob.replace(
    /\\(.)|\[(\^?)([^\]]*)\]|([*?])|([^\\[*?]+)|[\\[]/gs,
    (whole, escaped?: string, not?: string, set?: string, wild?: string, plain?: string) => {
      if (escaped !== undefined) return literally(escaped);
      if (set !== undefined) return `[${not}${set.replaceAll(/[\\\]^]/g, "\\$&")}]`;
      if (wild !== undefined) return wild === "*" ? ".*" : ".";
      return literally(plain ?? whole);
    },
  );
  const pattern = new RegExp(`^${source}$`, "s");
  return (key) => pattern.test(key);
}

const literally = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
