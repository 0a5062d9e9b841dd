/** The program that looks into one file: takes an order over IPC, answers once. */
import { setPriority } from "node:os";
import { NoDecoder } from "./clip/choose-clip-reader";
import { prepareClip } from "./prepare-clip";
import { prepareImage } from "./prepare-image";
import type { PrepareOrder } from "./prepare-order";
import type { Prepared } from "./preparer";

const LOW_PRIORITY = 10;
const MAX_RSS_BYTES = 400 * 1024 * 1024;
const WATCH_MS = 25;

// Before any thread starts, so that all of them inherit it: pages are served before pictures.
setPriority(LOW_PRIORITY);

// Nobody waits for this any more.
process.once("disconnect", () => process.exit(1));

// Decoding is done by other threads, so this one is never too busy to look.
setInterval(() => {
  if (process.memoryUsage.rss() <= MAX_RSS_BYTES) return;
  void answer({ pictures: [], problem: "It takes too much memory." });
}, WATCH_MS);

process.once("message", async (order: PrepareOrder) => {
  try {
    await answer(await prepare(order));
  } catch (error) {
    if (error instanceof NoDecoder) return answer({ pictures: [], isWithoutDecoder: true });
    await answer({ pictures: [], problem: error instanceof Error ? error.message : String(error) });
  }
});

function prepare(order: PrepareOrder): Promise<Prepared> {
  if (order.contentType.startsWith("image/")) return prepareImage(order);
  return prepareClip(order);
}

function answer(prepared: Prepared): Promise<never> {
  return new Promise(() => {
    if (!process.send) process.exit(1);
    process.send(prepared, () => process.exit(0));
  });
}
