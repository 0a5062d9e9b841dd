import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintMediaUrl, readKeyRing } from "~/server/delivery/service";
import { startBalancer } from "./support/balancer";
import { createDelivery, type Delivery } from "./support/delivery";

const SMALL = randomBytes(200_000);
const LARGE = Buffer.alloc(48 * 1024 * 1024, 7);
const [k1, k2] = ["k1", "k2"].map((kid) => `${kid}:${randomBytes(32).toString("base64")}`);
const READERS = 8;

let delivery: Delivery;
let balancer: Awaited<ReturnType<typeof startBalancer>>;
let ownerId: string;
beforeAll(async () => {
  delivery = await createDelivery();
  ownerId = (await delivery.signUp()).viewer.id;
  balancer = await startBalancer();
});
afterAll(async () => {
  await balancer.stop();
  await delivery.close();
});

type Instance = { child: ChildProcess; port: number };

async function start(keys: string): Promise<Instance> {
  const args = [delivery.databaseUrl, pathToFileURL(delivery.root).href, keys];
  const child = fork(join(import.meta.dirname, "support/front-process.ts"), args, {
    execArgv: ["--import", "tsx"],
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  await balancer.add(port);
  return { child, port };
}

/** As a supervisor does. @returns its exit code. */
async function stop({ child, port }: Instance): Promise<number | null> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const [code] = await exited;
  balancer.remove(port);
  return code;
}

async function addAndSign(bytes: Buffer, keys: string) {
  const file = await delivery.addFile(ownerId, bytes);
  const signingKeys = readKeyRing({ FILE_SIGNING_KEYS: keys });
  const deps = { signingKeys, appOrigin: "http://t2m.example", now: () => new Date() };
  const { pathname, search } = new URL(mintMediaUrl(deps, file).url);
  return `${pathname}${search}`;
}

async function open(path: string, agent?: Agent): Promise<IncomingMessage> {
  const started = request({ port: balancer.port, host: "127.0.0.1", path, agent: agent ?? false });
  started.end();
  const [response] = (await once(started, "response")) as [IncomingMessage];
  return response;
}

async function hash(response: IncomingMessage, pauseMs = 0): Promise<string> {
  const sum = createHash("sha256");
  for await (const chunk of response) {
    sum.update(chunk);
    if (pauseMs) await wait(pauseMs);
  }
  return sum.digest("hex");
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("two instances are replaced one after the other, with new keys twice, and nobody notices", async () => {
  const old = await addAndSign(SMALL, `${k1}`);
  const fresh = await addAndSign(SMALL, `${k2}`);
  const large = await addAndSign(LARGE, `${k1}`);
  let instances = [await start(`${k1}`), await start(`${k1}`)];
  let urls = [old];
  let isOver = false;
  let count = 0;
  const failures: unknown[] = [];
  const readers = Array.from({ length: READERS }, async (_, at) => {
    const agent = at % 2 === 0 ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined;
    while (!isOver) {
      const path = count % 3 === 0 ? "/" : (urls[count % urls.length] ?? old);
      count += 1;
      try {
        const response = await open(path, agent);
        const found = await hash(response);
        if (response.statusCode !== 200) failures.push([path, response.statusCode]);
        else if (path !== "/" && found !== sha256(SMALL)) failures.push([path, "other bytes"]);
      } catch (error) {
        failures.push([path, error]);
      }
    }
    agent?.destroy();
  });

  const codes = [];
  // First all must know the new key, then the first may sign with it.
  for (const keys of [`${k1},${k2}`, `${k2},${k1}`]) {
    const replaced = [];
    for (const instance of instances) {
      replaced.push(await start(keys));
      const transfers = await Promise.all(Array.from({ length: 4 }, () => open(large)));
      const hashes = Promise.all(transfers.map((response) => hash(response, 2)));
      codes.push(await stop(instance));
      expect(new Set(await hashes)).toEqual(new Set([sha256(LARGE)]));
    }
    instances = replaced;
    urls = [old, fresh];
  }
  isOver = true;
  await Promise.all(readers);
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(200);
  for (const instance of instances) codes.push(await stop(instance));
  expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
}, 120_000);

test("URLs of a key that was taken out open nothing, those of the new one do", async () => {
  const instance = await start(`${k2}`);
  expect((await open(await addAndSign(SMALL, `${k1}`))).statusCode).toBe(403);
  expect((await open(await addAndSign(SMALL, `${k2}`))).statusCode).toBe(200);
  expect(await stop(instance)).toBe(0);
});
