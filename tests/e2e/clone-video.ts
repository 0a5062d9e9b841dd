import { randomUUID } from "node:crypto";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { stackInfo } from "./fixtures";

const FILES = ["fileId", "posterFileId", "previewFileId"] as const;

/** Gives the owner of a finished video `count` more of it: rows and bytes of their own. */
export async function cloneVideo(videoId: string, count: number): Promise<void> {
  const { DATABASE_URL, STORAGE_URL } = stackInfo().env;
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT * FROM "Video" WHERE id = $1`, [videoId]);
    await client.query("BEGIN");
    for (let number = 1; number <= count; number += 1) {
      await cloneOnce(client, fileURLToPath(STORAGE_URL ?? ""), rows[0], number);
    }
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

type VideoRow = { id: string; prompt: string; createdAt: Date; currentJobId: string } & Record<
  (typeof FILES)[number],
  string
>;

async function cloneOnce(client: pg.Client, storage: string, video: VideoRow, number: number) {
  const id = randomUUID();
  const job = randomUUID();
  const createdAt = new Date(video.createdAt.getTime() - number * 60_000).toISOString();
  const patch: Record<string, unknown> = {
    id,
    createdAt,
    currentJobId: null,
    prompt: `${video.prompt}, take ${number}`,
  };
  for (const name of FILES) patch[name] = await cloneFile(client, storage, video[name]);
  await cloneRow(client, "Video", video.id, patch);
  const key = { idempotencyKey: randomUUID(), createdAt };
  await cloneRow(client, "Job", video.currentJobId, { id: job, videoId: id, ...key });
  await client.query(`UPDATE "Video" SET "currentJobId" = $2 WHERE id = $1`, [id, job]);
}

async function cloneFile(client: pg.Client, storage: string, id: string): Promise<string> {
  const copy = randomUUID();
  const storageKey = `clones/${copy}`;
  const { rows } = await client.query(`SELECT "storageKey" FROM "File" WHERE id = $1`, [id]);
  await mkdir(path.join(storage, "clones"), { recursive: true });
  await copyFile(path.join(storage, rows[0].storageKey), path.join(storage, storageKey));
  await cloneRow(client, "File", id, { id: copy, storageKey });
  return copy;
}

async function cloneRow(client: pg.Client, table: string, id: string, patch: object) {
  await client.query(
    `INSERT INTO "${table}" SELECT (jsonb_populate_record(r, $2::jsonb)).* FROM "${table}" r WHERE id = $1`,
    [id, JSON.stringify(patch)],
  );
}
