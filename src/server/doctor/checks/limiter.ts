import { type Check, fail, ok, warn } from "../check";

const LIMIT = {
  name: "doctor",
  tokens: 1_000,
  windowSeconds: 60,
  whenDown: "local-bucket",
} as const;
const SLOW_MS = 100;

export const limiter: Check = {
  id: "limiter",
  group: "Parts",
  title: "The rate limiter answers in time",
  async run(ctx) {
    // The first call opens the connection; what counts is what every request pays.
    await ctx.limiter.consume(LIMIT, "doctor");
    const begun = performance.now();
    const { degraded } = await ctx.limiter.consume(LIMIT, "doctor");
    const tookMs = Math.round(performance.now() - begun);
    if (degraded) {
      return fail(
        "It did not answer within 250 ms: T2M counts in small local buckets, and starting a video answers 503.",
        "Check UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN, and that this machine reaches that address.",
      );
    }
    return tookMs > SLOW_MS
      ? warn(
          `${tookMs} ms; every request waits for it.`,
          "Choose an Upstash region near the web process.",
        )
      : ok(`${tookMs} ms.`);
  },
};
