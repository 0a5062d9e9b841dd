import { createUploadAnswer } from "~/front/answer-upload";
import { createFront } from "~/front/front";
import { createAdapters } from "~/server/context";

// A front door without Next, as a process of its own. Says its port once it listens.
const adapters = createAdapters("front");
const front = createFront({
  ...adapters,
  trustedProxies: 0,
  answerUpload: createUploadAnswer(adapters),
});
const port = await front.listen(Number(process.argv[2] ?? 0), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
process.stdout.write(`${port}\n`);
