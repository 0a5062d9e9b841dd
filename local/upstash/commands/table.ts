import type { Reply } from "../reply";
import type { Store } from "../store";
import { hdel, hget, hgetall, hmget, hset } from "./hashes";
import { del, exists, expire, flushdb, pexpire, ping, pttl, scan, ttl } from "./keys";
import { sadd, sdiffstore, smembers, smismember, sunionstore } from "./sets";
import { zincrby, zrange, zunion } from "./sorted-sets";
import { decr, get, incr, incrby, mget, set, setex } from "./strings";

type Run = (store: Store, args: string[]) => Reply;

/** The commands that this server knows, scripts aside. All others are refused. */
export const COMMANDS: ReadonlyMap<string, Run> = new Map<string, Run>(
  Object.entries({
    ...{ get, set, setex, mget, incr, incrby, decr },
    ...{ hset, hget, hmget, hgetall, hdel },
    ...{ sadd, smembers, smismember, sdiffstore, sunionstore },
    ...{ zincrby, zrange, zunion },
    ...{ del, exists, expire, pexpire, ttl, pttl, scan, flushdb, ping },
  }),
);
