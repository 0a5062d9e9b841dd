import { randomUUID } from "node:crypto";
import { beginFinalizing, claimJob, completeJob } from "~/server/jobs/service";
import { generateVideo, keepRender } from "~/server/videos/service";
import { generateInput, type Studio } from "./studio";

type Person = Awaited<ReturnType<Studio["signUp"]>>;

/** A video whose files are rows only: the bytes are not this room's business. */
export async function makeVideo(person: Person, prompt = "A lighthouse") {
  const made = await generateVideo(person, generateInput({ prompt }));
  const claim = await claimJob(person, { jobId: made.jobId, workerId: "a worker" });
  if (!claim) throw new Error("The job can be claimed.");
  await beginFinalizing(person, claim);
  const file = (contentType: string) => ({
    storageKey: randomUUID(),
    contentType,
    size: 2_000,
    sha256: "ab".repeat(32),
  });
  await completeJob(person, claim, (tx) =>
    keepRender(tx, claim, {
      durationSeconds: 10,
      width: 1280,
      height: 720,
      video: file("video/mp4"),
      poster: file("image/webp"),
      preview: file("video/mp4"),
      sprite: file("image/webp"),
    }),
  );
  return made;
}
