import { once } from "node:events";
import { readFile, truncate } from "node:fs/promises";
import { request } from "node:http";
import { connect, type OnReadOpts } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFront, type Front } from "~/front/front";
import { mintMediaUrl } from "~/server/delivery/service";
import { createDelivery, type Delivery } from "./support/delivery";

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

let delivery: Delivery;
let ownerId: string;
let front: Front;
let port: number;
beforeAll(async () => {
  delivery = await createDelivery();
  ownerId = (await delivery.signUp()).viewer.id;
  front = createFront({ ...delivery.ctx, trustedProxies: 0 });
  port = await front.listen(0);
});
afterAll(async () => {
  await front.drain();
  await delivery.close();
});

/** A file of zeros that takes no place on the disk. */
async function addSparse(size: number) {
  const file = await delivery.addFile(ownerId, Buffer.from("x"));
  await truncate(join(delivery.root, file.storageKey), size);
  await delivery.ctx.db.file.update({ where: { id: file.id }, data: { size } });
  const { pathname, search } = new URL(mintMediaUrl(delivery.ctx, file).url);
  return `${pathname}${search}`;
}

async function residentMebibytes(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

test("the last GiB of a file of 5 GiB goes out in flat memory and is whole, and so is its very end", async () => {
  const path = await addSparse(5 * GiB);
  let received = 0;
  // One buffer for all that comes: what is measured is the server alone.
  const onread: OnReadOpts = {
    buffer: Buffer.alloc(MiB),
    callback: (count) => {
      received += count;
      return true;
    },
  };
  const socket = connect({ port, host: "127.0.0.1", onread });
  await once(socket, "connect");
  const before = await residentMebibytes();
  let peak = before;
  const watching = setInterval(async () => {
    peak = Math.max(peak, await residentMebibytes());
  }, 100);
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nRange: bytes=-${GiB}\r\nConnection: close\r\n\r\n`,
  );
  await once(socket, "close");
  clearInterval(watching);
  expect(received).toBeGreaterThan(GiB);
  expect(received).toBeLessThan(GiB + 2_000);
  expect(peak - before).toBeLessThan(64);

  const headers = { range: `bytes=${5 * GiB - 10}-` };
  const asked = request({ port, host: "127.0.0.1", path, headers, agent: false }).end();
  const [response] = await once(asked, "response");
  expect(response.headers["content-range"]).toBe(`bytes ${5 * GiB - 10}-${5 * GiB - 1}/${5 * GiB}`);
  response.resume();
  await once(response, "end");
}, 120_000);

test("64 slow clients that are killed leave no connection and no file open after two seconds", async () => {
  const path = await addSparse(GiB);
  const getConnections = promisify(front.server.getConnections.bind(front.server));
  const countConnections = () => getConnections();
  const clients = await Promise.all(
    Array.from({ length: 64 }, async () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await once(socket, "readable");
      return socket;
    }),
  );
  expect(await countConnections()).toBe(64);
  for (const socket of clients) socket.resetAndDestroy();
  await expect.poll(countConnections, { timeout: 2_000 }).toBe(0);
  await expect.poll(() => delivery.countOpen(), { timeout: 2_000 }).toBe(0);
});

test("no other spelling of a signed path or query is ever answered with bytes", async () => {
  const path = await addSparse(10);
  const ask = (other: string) =>
    new Promise<number>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => resolve(0));
      socket.on("close", () => resolve(0));
      socket.once("data", (chunk) => {
        resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString("latin1"))?.[1]));
        socket.destroy();
      });
      socket.write(`GET ${other} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
  expect(await ask(path)).toBe(200);
  const others = new Set<string>();
  for (let at = 1; at < path.length; at += 1) {
    const [start, letter = "", rest] = [path.slice(0, at), path[at], path.slice(at + 1)];
    const code = letter.charCodeAt(0);
    const encoded = `%${code.toString(16).padStart(2, "0")}`;
    const swapped = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
    for (const other of ["", encoded, swapped, letter === "0" ? "1" : "0", `${letter}${letter}`]) {
      others.add(`${start}${other}${rest}`);
    }
  }
  others.delete(path);
  // Whatever reaches the pages is theirs to refuse: here nobody stands behind, and answers 503.
  const statuses = await Promise.all([...others].map(ask));
  expect(statuses.length).toBeGreaterThan(500);
  expect(new Set(statuses).difference(new Set([400, 403, 404, 503]))).toEqual(new Set());
}, 60_000);
