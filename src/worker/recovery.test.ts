import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { claimJob, completeJob, failRender, getJob, reportProgress } from "~/server/jobs/service";
import { generateVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio, until } from "../../tests/support/studio";
import { createTinyGenerator } from "../../tests/support/tiny-generator";
import { removeLeftovers } from "./remove-leftovers";
import { storageKeysOf, storeRender } from "./store-render";
import { startWorker, type Worker } from "./worker";

let studio: Studio;
let worker: Worker | undefined;
let child: ChildProcess | undefined;

afterEach(async () => {
  child?.kill("SIGKILL");
  await worker?.stop();
  worker = undefined;
  await studio.close();
});

const work = async () => {
  worker = await startWorker(studio.ctx, {
    slots: 1,
    workParent: `${studio.folder}/work`,
    tickMs: 200,
  });
};

test("A job whose worker is killed is resumed in seconds by the next one, and counted as a loss", async () => {
  studio = await createStudio();
  const somebody = await studio.signUp();
  const script = path.join(import.meta.dirname, "../../tests/support/worker-process.ts");
  const killed = spawn(
    process.execPath,
    ["--import", "tsx", script, studio.url, studio.folder, "500"],
    { stdio: "inherit" },
  );
  child = killed;
  const { jobId } = await generateVideo(somebody, generateInput());
  await until(
    () => getJob(somebody, { jobId }),
    ({ progress }) => progress > 0,
    20_000,
  );
  const before = await getJob(somebody, { jobId });
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const killedAt = performance.now();
  await work();
  await until(
    () => getJob(somebody, { jobId }),
    ({ status, progress }) => {
      expect(progress).toBeGreaterThanOrEqual(before.progress);
      return status === "SUCCEEDED";
    },
  );
  expect(performance.now() - killedAt).toBeLessThan(8_000);
  const row = await studio.ctx.db.job.findUniqueOrThrow({ where: { id: jobId } });
  expect(row).toMatchObject({ attempt: 2, failures: 0, losses: 1 });
  expect(await studio.ctx.db.file.count()).toBe(4);
  expect(await studio.ctx.db.worker.count()).toBe(1);
}, 40_000);

test("A finished render survives that every database connection is cut, again and again", async () => {
  let renders = 0;
  const generator = createTinyGenerator({
    onStart: () => {
      renders += 1;
    },
  });
  studio = await createStudio({ generators: [generator] });
  const { storage } = studio.ctx;
  let cutting = Promise.resolve();
  studio.ctx.storage = {
    ...storage,
    async putFile(key, file) {
      if (key.endsWith("video")) cutting = cutConnections(studio.url, 20);
      return storage.putFile(key, file);
    },
  };
  const somebody = await studio.signUp();
  await work();
  const { jobId } = await generateVideo(somebody, generateInput());
  await until(
    () => getJob(somebody, { jobId }).catch(() => null),
    (job) => job?.status === "SUCCEEDED",
  );
  await cutting;
  expect(renders).toBe(1);
  expect(await studio.ctx.db.file.count()).toBe(4);
});

test("A worker that was given up changes nothing any more", async () => {
  studio = await createStudio();
  const { ctx } = studio;
  const somebody = await studio.signUp();
  const { jobId } = await generateVideo(somebody, generateInput());
  const ghost = await claimJob(ctx, { jobId, workerId: "ghost" });
  const heir = await claimJob(ctx, { jobId, workerId: "heir" });
  if (!ghost || !heir) throw new Error("Both claim an active job.");
  expect([ghost.attempt, heir.attempt]).toEqual([1, 2]);
  const before = await ctx.db.job.findUniqueOrThrow({ where: { id: jobId } });
  expect(await reportProgress(ctx, ghost, { phase: "drawing", percent: 50 })).toBe(false);
  expect(await failRender(ctx, ghost, "RENDER_FAILED", "late")).toBe(false);
  const keep = () => Promise.reject(new Error("A ghost's result must not be kept."));
  expect(await completeJob(ctx, ghost, keep)).toBe(false);
  expect(await ctx.db.job.findUniqueOrThrow({ where: { id: jobId } })).toEqual(before);
});

test("What a lost attempt had stored is removed, what belongs to the video stays", async () => {
  studio = await createStudio();
  const { ctx } = studio;
  const somebody = await studio.signUp();
  const input = generateInput({ narration: { voice: "clara" } });
  const { jobId } = await generateVideo(somebody, input);
  const lost = await claimJob(ctx, { jobId, workerId: "killed while storing" });
  if (!lost) throw new Error("The job can be claimed.");
  const result = await createTinyGenerator().generate({
    recipe: lost.recipe,
    directory: studio.folder,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  await storeRender(ctx.storage, lost, result);
  await work();
  await until(
    () => getJob(somebody, { jobId }),
    ({ status }) => status === "SUCCEEDED",
  );
  const inTwoMinutes = new Date(Date.now() + 120_000);
  await removeLeftovers(ctx, inTwoMinutes);
  const sizes = (attempt: number) =>
    Promise.all(storageKeysOf({ jobId, attempt }).map((key) => ctx.storage.stat(key)));
  expect(await sizes(1)).toEqual([null, null, null, null, null]);
  expect(await sizes(2)).not.toContain(null);
});

async function cutConnections(url: string, times: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let n = 0; n < times; n += 1) {
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await wait(30);
  }
  await client.end();
}
