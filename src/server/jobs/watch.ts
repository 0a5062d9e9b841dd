import { setTimeout as wait } from "node:timers/promises";
import {
  type CallerSession,
  requireOpenSession,
  requireStillActive,
  sessionTopic,
} from "~/server/accounts/service";
import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";
import type { Database } from "~/server/platform/db";
import { followChanges } from "./changes";
import type { ViewerContext } from "./context";
import { noSuchJob } from "./read";
import type { WatchJobsInput } from "./schema";
import { openStream } from "./streams";
import { UNDER_WAY } from "./transition";
import { readUpdates, type SentFrames, type WatchedJob } from "./updates";

/** However often a job changes, its watcher hears of it this often at most. */
const MIN_INTERVAL_MS = 200;
/** Places in the queue move without an event of one's own, so they are read again. */
const POSITIONS_INTERVAL_MS = 3_000;
const IDLE_MS = 30_000;
/** A stream lives for half an hour. With an idle wait before it, its viewer is asked about once a minute. */
const RECHECK_MS = 30_000;
// Event ids are given before their transactions commit, so a lower one can come to light later.
const LOOK_BACK_SECONDS = 30;
const MAX_MISSED = 200;

type WatchContext = Pick<ViewerContext, "db" | "events" | "viewer"> & {
  now: () => Date;
  /** The stream ends with it. */
  session?: CallerSession | null;
};

/**
 * First the jobs that are active or have changed since `lastEventId`, then every change, as whole
 * states: the newest one wins, none has to be added up. Ends when `signal` aborts.
 * @throws NOT_FOUND for a job that is not the viewer's, TOO_MANY_REQUESTS; UNAUTHORIZED at once when
 * the session ends; FORBIDDEN or UNAUTHORIZED within a minute of the viewer's being suspended or gone.
 */
export async function* watchJobs(
  ctx: WatchContext,
  { jobId, lastEventId }: WatchJobsInput,
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<WatchedJob, void, undefined> {
  const closeStream = openStream(ctx.viewer.id);
  const stops: (() => void)[] = [];
  try {
    const changes = await followChanges(ctx.events, ctx.viewer.id, signal);
    stops.push(changes.stop);
    const sent: SentFrames = new Map();
    const waiting = new Set<string>();
    let since = readEventId(lastEventId);
    let news: Set<string> | "all" = "all";
    const recheck = createRecheck(ctx);
    stops.push(await followSession(ctx, recheck.hurry, changes.lose));
    while (!signal.aborted) {
      const asked = { jobId, since, news, sent };
      const updates = await recheck
        .ifDue()
        .then(() => readNews(ctx, asked))
        .catch((error: unknown) => {
          if (!isDatabaseUnavailable(error)) throw error;
          changes.lose();
          return [];
        });
      for (const update of updates) {
        if (signal.aborted) return;
        since = BigInt(update.id);
        if (update.data.status === "QUEUED") waiting.add(update.data.id);
        else waiting.delete(update.data.id);
        yield update;
      }
      await wait(MIN_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
      news = await changes.next({ waitMs: waiting.size > 0 ? POSITIONS_INTERVAL_MS : IDLE_MS });
      if (news !== "all" && news.size === 0) news = new Set(waiting);
    }
  } finally {
    for (const stop of stops) stop();
    closeStream();
  }
}

function createRecheck(ctx: WatchContext) {
  let checkedAt = ctx.now().getTime();
  return {
    async ifDue() {
      const now = ctx.now().getTime();
      if (now - checkedAt < RECHECK_MS) return;
      await requireOpenSession({ ...ctx, session: ctx.session ?? null });
      await requireStillActive(ctx);
      checkedAt = now;
    },
    hurry() {
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** The news that the session has ended is asked after at once. @returns how to stop listening. */
async function followSession(
  { events, session }: WatchContext,
  ...onEnd: (() => void)[]
): Promise<() => void> {
  if (!session?.id) return () => undefined;
  const react = () => {
    for (const it of onEnd) it();
  };
  const stop = await events.subscribe(sessionTopic(session.id), { onEvent: react });
  // It may have ended since its request was let in.
  react();
  return stop;
}

function readEventId(text: string | null | undefined): bigint | null {
  return text && /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

type News = {
  jobId: string | undefined;
  since: bigint | null;
  news: Set<string> | "all";
  sent: SentFrames;
};

async function readNews(ctx: WatchContext, { jobId, since, news, sent }: News) {
  const ids = news === "all" ? await findUnseen(ctx, jobId, since) : news;
  return readUpdates(ctx, jobId ? ids.intersection(new Set([jobId])) : ids, sent);
}

async function findUnseen(
  { db, viewer }: WatchContext,
  jobId: string | undefined,
  since: bigint | null,
): Promise<Set<string>> {
  const ownerId = viewer.id;
  if (jobId) {
    const job = await db.job.findFirst({ where: { id: jobId, ownerId }, select: { id: true } });
    if (!job) throw noSuchJob();
    return new Set([jobId]);
  }
  const [missed, active] = await Promise.all([
    since === null ? [] : findMissed(db, ownerId, since),
    db.job.findMany({
      where: { ownerId, ...UNDER_WAY },
      select: { id: true },
    }),
  ]);
  return new Set([...missed, ...active.map(({ id }) => id)]);
}

async function findMissed(db: Database, ownerId: string, since: bigint): Promise<string[]> {
  const rows = await db.$queryRaw<{ jobId: string }[]>`
    SELECT "jobId"::text AS "jobId" FROM "JobEvent"
    WHERE "ownerId" = ${ownerId} AND (id > ${since} OR "createdAt" > (
      SELECT "createdAt" - make_interval(secs => ${LOOK_BACK_SECONDS}::int)
      FROM "JobEvent" WHERE id = ${since} AND "ownerId" = ${ownerId}))
    GROUP BY "jobId" ORDER BY max(id) DESC LIMIT ${MAX_MISSED}`;
  return rows.map(({ jobId }) => jobId);
}
