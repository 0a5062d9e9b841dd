import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../tests/support/delivery";
import { createFront } from "./front";

let delivery: Delivery;
beforeAll(async () => {
  delivery = await createDelivery();
});
afterAll(() => delivery.close());

test("who does not come to the end of his headers in time is told 408 and let go", async () => {
  const front = createFront({ ...delivery.ctx, trustedProxies: 0, headersTimeoutMs: 500 });
  front.handOver(async (_req, res) => void res.end("a page"));
  const socket = connect(await front.listen(0, "127.0.0.1"), "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET / HTTP/1.1\r\nHost: t2m.example\r\n");
  const slowly = setInterval(() => socket.write("X-More: 1\r\n"), 50);
  socket.on("error", () => undefined);
  const startedAt = performance.now();
  const said = await text(socket).catch(() => "");
  clearInterval(slowly);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  await front.drain();
});
