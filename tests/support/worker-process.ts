import { pathToFileURL } from "node:url";
import { createDatabase } from "~/server/platform/db";
import { createEvents } from "~/server/platform/events";
import { createLogger } from "~/server/platform/log";
import { createPreparer } from "~/server/platform/media/create-preparer";
import { createQueue } from "~/server/platform/queue";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { startWorker } from "~/worker/worker";
import { createTinyGenerator } from "./tiny-generator";

/** A worker in a process of its own, to be killed. Arguments: database URL, folder, step in ms. */
const [url = "", folder = "", stepMs = "50"] = process.argv.slice(2);
const log = createLogger("silent", "worker");

await startWorker(
  {
    db: createDatabase(url),
    queue: createQueue({ connectionString: url, log }),
    events: createEvents({ connectionString: url, log }),
    storage: createDiskStorage(pathToFileURL(`${folder}/storage`).href),
    identity: { deleteUser: async () => undefined, revokeSession: async () => undefined },
    generators: [createTinyGenerator({ steps: 20, stepMs: Number(stepMs) })],
    preparer: createPreparer(),
    now: () => new Date(),
    log,
  },
  { slots: 1, workParent: `${folder}/work`, tickMs: 200 },
);
