import { Redis } from "ioredis";
import type { Backend, Step } from "./backend";
import { type Reply, ReplyError } from "./reply";

/** The data in a real Redis. @param url - `redis://…` or `rediss://…` */
export async function createRedisBackend(url: string): Promise<Backend> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
  });
  // Without a listener ioredis prints every failed reconnection; each call reports its own.
  redis.on("error", () => {});
  await redis.connect();

  return {
    async run(step) {
      const [name, ...args] = toWords(step);
      return toReply(await redis.call(name, ...args).catch(rethrow));
    },
    async transact(steps) {
      const answers = await redis.multi(steps.map(toWords)).exec().catch(rethrow);
      return (answers ?? []).map(([error, result]) =>
        error ? { error: error.message } : { result: toReply(result) },
      );
    },
    close: async () => redis.disconnect(),
  };
}

function toWords(step: Step): [string, ...string[]] {
  if ("name" in step) return [step.name, ...step.args];
  const { text, keys, args } = step.script;
  return ["eval", text, String(keys.length), ...keys, ...args];
}

/** Tells what Redis refused from what never reached it. */
function rethrow(error: unknown): never {
  const isRefusal = error instanceof Error && error.name === "ReplyError";
  throw isRefusal ? new ReplyError(error.message, { cause: error }) : error;
}

/** ioredis makes an object of HGETALL's list; the wire has the list. */
function toReply(value: unknown): Reply {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(toReply);
  return Object.entries(value).flat().map(toReply);
}
