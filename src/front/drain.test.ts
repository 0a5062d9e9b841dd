import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintMediaUrl } from "~/server/delivery/signed-url";
import { createDelivery, type Delivery } from "../../tests/support/delivery";
import { createFront } from "./front";

const BYTES = Buffer.alloc(32 * 1024 * 1024, 7);

let delivery: Delivery;
let path: string;
beforeAll(async () => {
  delivery = await createDelivery();
  const { viewer } = await delivery.signUp();
  const file = await delivery.addFile(viewer.id, BYTES);
  const { pathname, search } = new URL(mintMediaUrl(delivery.ctx, file).url);
  path = `${pathname}${search}`;
});
afterAll(() => delivery.close());

async function start() {
  const front = createFront({ ...delivery.ctx, trustedProxies: 0 });
  front.handOver(async (req, res) => {
    if (req.url !== "/events") return void res.end("ok");
    res.setHeader("Content-Type", "text/event-stream");
    const timer = setInterval(() => res.write("data: {}\n\n"), 20);
    res.once("close", () => clearInterval(timer));
  });
  const port = await front.listen(0);
  const get = async (url: string, agent = new Agent()): Promise<IncomingMessage> => {
    const started = request({ port, host: "127.0.0.1", path: url, agent }).end();
    const [response] = await once(started, "response");
    return response;
  };
  return { front, get, port };
}

test("a transfer under way is finished while readiness is 503, then the server is gone", async () => {
  const { front, get } = await start();
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  expect((await buffer(await get("/", kept))).toString()).toBe("ok");
  const slow = await get(path);
  slow.pause();

  let isDrained = false;
  const drained = front.drain().then(() => {
    isDrained = true;
  });
  const health = await get("/api/system/health", kept);
  expect([health.statusCode, health.headers.connection]).toEqual([503, "close"]);
  expect(JSON.parse((await buffer(health)).toString())).toEqual({ status: "unavailable" });
  const late = await get("/");
  expect([late.statusCode, late.headers.connection]).toEqual([200, "close"]);
  late.resume();
  while (front.server.listening) await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(get("/")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  expect(isDrained).toBe(false);

  expect((await buffer(slow)).equals(BYTES)).toBe(true);
  await drained;
  await expect.poll(() => delivery.countOpen()).toBe(0);
  kept.destroy();
});

test("an event stream ends properly and its connection closes; a new one is not begun", async () => {
  const { front, get, port } = await start();
  const events = await get("/events");
  await once(events, "readable");
  const all = buffer(events);
  const startedAt = performance.now();
  const drained = front.drain();
  expect((await all).toString()).toMatch(/^(data: \{\}\n\n)+$/);
  expect(events.complete).toBe(true);
  const headers = { accept: "text/event-stream" };
  const again = request({ port, host: "127.0.0.1", path: "/events", headers }).end();
  await expect(once(again, "response")).rejects.toMatchObject({ code: "ECONNRESET" });
  await drained;
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
