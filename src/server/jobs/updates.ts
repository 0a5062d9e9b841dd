import type { Database } from "~/server/platform/db";
import type { ViewerContext } from "./context";
import { readJobViews } from "./job-view";
import { isTerminal, type JobUpdate } from "./schema";

export type WatchedJob = {
  /** The job's newest event: hand it back as `lastEventId` to go on from here. */
  id: string;
  data: JobUpdate;
};

/** When the newest frame was drawn that a stream has sent, by job. */
export type SentFrames = Map<string, number>;

/**
 * The jobs as they are now, each with a picture if there is a newer one than was sent. Oldest news
 * first, so that the last id sent never runs ahead.
 */
export async function readUpdates(
  { db, viewer }: Pick<ViewerContext, "viewer"> & { db: Database },
  jobIds: ReadonlySet<string>,
  sent: SentFrames,
): Promise<WatchedJob[]> {
  if (jobIds.size === 0) return [];
  const ids = [...jobIds];
  // Before the states: a change in between is then announced under an id that is too old, not too new.
  const events = await db.jobEvent.groupBy({
    by: ["jobId"],
    where: { jobId: { in: ids }, ownerId: viewer.id },
    _max: { id: true },
  });
  const [views, frames] = await Promise.all([
    readJobViews(db, { where: { id: { in: ids }, ownerId: viewer.id } }),
    db.jobFrame.findMany({ where: { jobId: { in: ids }, job: { ownerId: viewer.id } } }),
  ]);
  const eventIds = new Map(events.map(({ jobId, _max }) => [jobId, _max.id ?? 0n]));
  const images = new Map(frames.map((frame) => [frame.jobId, frame]));
  return views
    .map((view) => {
      const newest = images.get(view.id);
      const isNew = newest && newest.updatedAt.getTime() !== sent.get(view.id);
      if (newest) sent.set(view.id, newest.updatedAt.getTime());
      if (isTerminal(view.status)) sent.delete(view.id);
      return {
        eventId: eventIds.get(view.id) ?? 0n,
        data: { ...view, frame: isNew ? toDataUrl(newest.image) : null },
      };
    })
    .sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
    .map(({ eventId, data }) => ({ id: eventId.toString(), data }));
}

function toDataUrl(image: Uint8Array): string {
  return `data:image/webp;base64,${Buffer.from(image).toString("base64")}`;
}
