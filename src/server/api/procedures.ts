import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import type { Permission, Viewer } from "~/server/accounts/schema";
import { requireActive, requirePermission, requireTier } from "~/server/accounts/service";
import type { RequestContext } from "~/server/context";
import { describeError, toTRPCError } from "./errors";
import { enforceLimit, type LimitName } from "./limits";

export type ProcedureMeta = {
  /** A row of `limits.ts`. */
  limit?: LimitName;
  /** What an admin procedure demands; the roles table says who has it. */
  permission?: Permission;
};

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error, ctx }) => describeError(shape, error, ctx?.requestId),
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      // Identity is asked again at least this often: the client comes back by itself.
      maxDurationMs: 30 * 60_000,
      client: { reconnectAfterInactivityMs: 35_000 },
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * The only place that turns what services throw into tRPC's words; then who asks is settled, before
 * the limit, so that nobody spends a stranger's allowance. Who is nobody in particular is counted by
 * address whatever comes of it: being refused costs us work too.
 */
const base = t.procedure
  .use(async ({ ctx, next, path, type }) => {
    const result = await next();
    if (!result.ok) throw toTRPCError(result.error, { ctx, path, type });
    return result;
  })
  .use(async ({ ctx, next }) => {
    const [viewer, session] = await Promise.all([ctx.identify(), ctx.findSession()]);
    if (!viewer) await enforceLimit({ ...ctx, viewer }, "anonymous");
    return next({ ctx: { ...ctx, viewer, session } });
  });

type Viewing = { viewer: Viewer | null };

async function countCall(ctx: RequestContext & Viewing, meta: ProcedureMeta | undefined) {
  if (meta?.limit) await enforceLimit(ctx, meta.limit);
}

/** Open to nobody in particular. */
export const publicProcedure = base.use(async ({ ctx, meta, next }) => {
  await countCall(ctx, meta);
  return next();
});

export const protectedProcedure = base
  .use(({ ctx, next }) => next({ ctx: { ...ctx, viewer: requireActive(ctx.viewer) } }))
  .use(async ({ ctx, meta, next }) => {
    await countCall(ctx, meta);
    return next();
  });

export const premiumProcedure = protectedProcedure.use(({ ctx, next }) => {
  requireTier(ctx.viewer, "premium");
  return next();
});

/** For people who keep the place running. `meta.permission` says which right it takes; none, no entry. */
export const adminProcedure = protectedProcedure.use(({ ctx, meta, next }) => {
  if (!meta?.permission) throw new Error("An admin procedure names the permission that it takes.");
  requirePermission(ctx.viewer, meta.permission);
  return next();
});
