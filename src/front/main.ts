import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { env, prepareNextEnvironment } from "~/env";
import { createAdapters } from "~/server/context";
import { refuseStandInIdentity } from "~/server/platform/identity/stand-in-guard";
import { createUploadAnswer } from "./answer-upload";
import { endOnSignals } from "./ending";
import { createFront } from "./front";

const { values } = parseArgs({ options: { dev: { type: "boolean" }, host: { type: "string" } } });
const isDev = values.dev ?? false;
const config = env();
const port = config.PORT;
refuseStandInIdentity(config);
prepareNextEnvironment({ isDev, port });

// Not shared with Next's own: it bundles a second copy of our modules, with other error classes.
const adapters = createAdapters("front");
const { log } = adapters;
const front = createFront({
  ...adapters,
  trustedProxies: config.TRUSTED_PROXIES,
  answerUpload: createUploadAnswer(adapters),
});

const { default: next } = await import("next");
const app = next({
  dev: isDev,
  port,
  // Next takes over the upgrades of whatever server it is given: only development needs any.
  httpServer: isDev ? front.server : createServer(),
});
await app.prepare();
front.handOver(app.getRequestHandler());
await front.listen(port, values.host);
log.info({ port }, "Front ready");

endOnSignals({ log, drain: front.drain, stop: adapters.fileLookup.stop });
