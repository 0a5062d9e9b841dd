import { AppError } from "~/server/errors";
import { createBoundedMap } from "./ratelimit/bounded-map";
import { createCircuit } from "./ratelimit/circuit";
import { withDeadline } from "./ratelimit/deadline";
import { createLocalBuckets } from "./ratelimit/local-bucket";
import { createUpstash } from "./ratelimit/upstash";

/** The longest that a request waits for the count. */
const PATIENCE_MS = 250;
/** How long a backend that failed is left alone. */
const PAUSE_MS = 10_000;
const MAX_REMEMBERED_REFUSALS = 10_000;

export type Limit = {
  /** Part of the keys in Redis: renaming starts the count anew. */
  name: string;
  tokens: number;
  windowSeconds: number;
  /** While nobody can count: a small bucket in this process, or nothing at all. */
  whenDown: "local-bucket" | "refuse";
};

export type LimitAnswer = {
  ok: boolean;
  limit: number;
  remaining: number;
  /** Unix seconds. For a refusal the moment at which the next call may pass. */
  resetAt: number;
  /** This process counted alone, since the backend is down. */
  degraded: boolean;
};

export type Limiter = {
  /**
   * Takes `cost` places of a sliding window, or none. Never waits longer than 250 ms. (A `cost` above
   * 1 that is refused for want of some of its places may use up the rest: the library's script.)
   * @throws SERVICE_UNAVAILABLE when the backend is down and the limit says "refuse".
   */
  consume(limit: Limit, key: string, cost?: number): Promise<LimitAnswer>;
};

export type LimiterOptions = {
  /** Upstash's REST address. */
  url: string;
  token: string;
  now: () => Date;
  log?: { warn(fields: object, message: string): void };
};

/** Counts calls for all processes together, and goes on when the counter is away. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { now, log } = options;
  const ask = createUpstash({ url: options.url, token: options.token });
  const circuit = createCircuit(now, PAUSE_MS);
  const takeLocally = createLocalBuckets(now);
  const refusedUntil = createBoundedMap<number>(MAX_REMEMBERED_REFUSALS);

  async function askBackend(limit: Limit, key: string, cost: number): Promise<LimitAnswer> {
    const work = ask(limit, key, cost, now().getTime());
    const { freeAtMs, ...answer } = await withDeadline(work, PATIENCE_MS);
    if (freeAtMs !== null) refusedUntil.set(`${limit.name}:${key}`, freeAtMs);
    return answer;
  }

  function answerAlone(limit: Limit, key: string, cost: number, cause?: unknown): LimitAnswer {
    if (limit.whenDown === "local-bucket") return takeLocally(limit, key, cost);
    throw new AppError(
      "SERVICE_UNAVAILABLE",
      "T2M cannot start anything new right now. Nothing is lost, please try again in a moment.",
      { retryAfterSeconds: circuit.retryAfterSeconds(), cause },
    );
  }

  return {
    async consume(limit, key, cost = 1) {
      const freeAtMs = refusedUntil.get(`${limit.name}:${key}`);
      if (freeAtMs !== undefined && freeAtMs > now().getTime()) {
        const resetAt = Math.ceil(freeAtMs / 1000);
        return { ok: false, limit: limit.tokens, remaining: 0, resetAt, degraded: false };
      }
      if (!circuit.enter()) return answerAlone(limit, key, cost);
      try {
        const answer = await askBackend(limit, key, cost);
        circuit.succeed();
        return answer;
      } catch (error) {
        if (circuit.fail()) log?.warn({ reason: summarize(error) }, "rate limit backend is down");
        return answerAlone(limit, key, cost, error);
      }
    },
  };
}

/** Upstash's client repeats the whole command, with whom it counted, at the end of its message. */
function summarize(error: unknown): string {
  return String(error).replace(/, command was: .*$/s, "");
}
