import type { Identity } from "~/server/platform/identity/identity";
import type { SystemContext } from "./context";
import type { PartHealth, PartName } from "./schema";

const PATIENCE_MS = 3_000;
/** Clerk counts our calls, and pages ask every few seconds. */
const CLERK_REMEMBERED_MS = 30_000;

/** Slower than this is worth a look. Clerk and a write to the disk are not in every request's way. */
const SLOW_MS: Record<PartName, number> = {
  database: 100,
  queue: 200,
  storage: 500,
  limiter: 100,
  identity: 1_500,
};

const LIMIT = {
  name: "system",
  tokens: 1_000,
  windowSeconds: 60,
  whenDown: "local-bucket",
} as const;

const clerk = new WeakMap<Identity, { atMs: number; health: Promise<PartHealth> }>();

/** Asks each part at once, three seconds at most. */
export async function askParts(ctx: SystemContext): Promise<Record<PartName, PartHealth>> {
  const [database, queue, storage, limiter, identity] = await Promise.all([
    ask(ctx, "database", () => ctx.db.$queryRaw`SELECT 1`),
    ask(ctx, "queue", () => ctx.queue.probe()),
    ask(ctx, "storage", () => ctx.storage.probe()),
    ask(ctx, "limiter", async () => {
      const { degraded } = await ctx.limiter.consume(LIMIT, "system");
      if (degraded) throw new Error("This process counts alone.");
    }),
    askClerk(ctx),
  ]);
  return { database, queue, storage, limiter, identity };
}

function askClerk(ctx: SystemContext): Promise<PartHealth> {
  const atMs = ctx.now().getTime();
  const last = clerk.get(ctx.identity);
  if (last && Math.abs(atMs - last.atMs) < CLERK_REMEMBERED_MS) return last.health;
  const health = ask(ctx, "identity", () => ctx.identity.probe());
  clerk.set(ctx.identity, { atMs, health });
  // That it is down is asked again at once: whoever mends it wants to see that.
  void health.then(({ status }) => status === "down" && clerk.delete(ctx.identity));
  return health;
}

async function ask(
  { log }: SystemContext,
  part: PartName,
  probe: () => PromiseLike<unknown>,
): Promise<PartHealth> {
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    await Promise.race([probe(), late]);
    const latencyMs = Math.round(performance.now() - begun);
    return { status: latencyMs > SLOW_MS[part] ? "slow" : "ok", latencyMs };
  } catch (error) {
    log.warn({ err: error, part }, "a part of the system is down");
    return { status: "down", latencyMs: null };
  } finally {
    clearTimeout(timer);
  }
}
