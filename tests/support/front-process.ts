import { setTimeout as wait } from "node:timers/promises";
import { endOnSignals } from "~/front/ending";
import { createFront } from "~/front/front";
import { readKeyRing } from "~/server/delivery/key-ring";
import { createFileLookup } from "~/server/platform/file-lookup";
import { createLogger } from "~/server/platform/log";
import { createDiskStorage } from "~/server/platform/storage/disk";

// The front as `npm run web` starts and ends it, with a page that takes a moment in the place of Next.
const [connectionString = "", storageUrl = "", FILE_SIGNING_KEYS = ""] = process.argv.slice(2);
const log = createLogger("silent", "front");
const fileLookup = createFileLookup({ connectionString });
const front = createFront({
  fileLookup,
  storage: createDiskStorage(storageUrl),
  signingKeys: readKeyRing({ FILE_SIGNING_KEYS }),
  appOrigin: "https://t2m.example",
  trustedProxies: 0,
  now: () => new Date(),
  log,
});
front.handOver(async (_req, res) => {
  await wait(Math.random() * 50);
  res.end("a page");
});
const port = await front.listen(0, "127.0.0.1");
endOnSignals({ log, drain: front.drain, stop: fileLookup.stop });
process.send?.({ port });
