import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { removeFile, restoreFile } from "~/server/files/service";
import { getJob } from "~/server/jobs/service";
import { newStorageKey } from "~/server/platform/storage/key";
import { generateVideo, retryVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio, until } from "../../tests/support/studio";
import { createTinyGenerator } from "../../tests/support/tiny-generator";
import { startWorker, type Worker } from "./worker";

let studio: Studio;
let worker: Worker | undefined;
afterEach(async () => {
  await worker?.stop();
  await studio.close();
});

test("A picture is handed to the model; deleted before that, the job fails with a sentence and can be retried", async () => {
  const shown: string[] = [];
  const generator = createTinyGenerator({
    onStart: async ({ pictures = [] }) => {
      for (const path of pictures) shown.push(await readFile(path, "utf8"));
    },
  });
  studio = await createStudio({ generators: [generator] });
  const { ctx } = studio;
  const somebody = await studio.signUp();
  const path = join(studio.folder, "picture");
  await writeFile(path, "all its pixels");
  const storageKey = newStorageKey();
  const { size } = await ctx.storage.putFile(storageKey, path);
  const { id: fileId } = await ctx.db.file.create({
    data: {
      ...{ ownerId: somebody.viewer.id, kind: "upload", status: "READY", filename: "me.jpg" },
      ...{ contentType: "image/jpeg", size, storageKey, preparedAt: new Date(), width: 9 },
      sha256: createHash("sha256").update("all its pixels").digest("hex"),
    },
  });
  const { jobId } = await generateVideo(somebody, generateInput({ pictures: [fileId, fileId] }));
  await removeFile(somebody, { fileId });
  worker = await startWorker(ctx, { slots: 1, workParent: studio.folder, tickMs: 100 });
  const failed = await until(
    () => getJob(somebody, { jobId }),
    ({ status }) => status === "FAILED",
  );
  expect(failed.error?.code).toBe("PICTURE_GONE");
  expect(failed.error?.message).toContain("was deleted");
  expect(shown).toEqual([]);
  await restoreFile(somebody, { fileId });
  const again = await retryVideo(somebody, { jobId });
  await until(
    () => getJob(somebody, again),
    ({ status }) => status === "SUCCEEDED",
  );
  expect(shown).toEqual(["all its pixels", "all its pixels"]);
});
