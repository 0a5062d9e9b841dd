import { startUpstash } from "./server";

const { T2M_UPSTASH_PORT, UPSTASH_REDIS_REST_TOKEN, REDIS_URL } = process.env;
if (!UPSTASH_REDIS_REST_TOKEN) throw new Error("UPSTASH_REDIS_REST_TOKEN is missing");

const upstash = await startUpstash({
  port: Number(T2M_UPSTASH_PORT ?? 0),
  token: UPSTASH_REDIS_REST_TOKEN,
  redisUrl: REDIS_URL || undefined,
});

async function stop() {
  await upstash.stop();
  process.exit(0);
}

process.once("disconnect", stop);
process.once("SIGTERM", stop);
// Ctrl-C reaches the whole terminal; a supervised server waits until its parent has finished.
if (process.send) process.on("SIGINT", () => {});
process.send?.({ type: "ready", url: upstash.url });
