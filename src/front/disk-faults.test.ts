import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, get as request } from "node:http";
import { buffer, text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { mintMediaUrl } from "~/server/delivery/signed-url";
import { createDelivery, type Delivery } from "../../tests/support/delivery";
import {
  MiB,
  sha256,
  startUploads,
  type TestUploads,
  videoBytes,
} from "../../tests/support/uploads";
import type { Person } from "../../tests/support/web";
import { createFront, type Front } from "./front";

type Call = { what: "read" | "writev" | "sync" | "rename"; path: string; position?: number };

/** Which call of the file system fails as a broken disk's does. */
const disk = vi.hoisted(() => ({ fails: (_call: Call): boolean => false }));

function broken(call: Call): NodeJS.ErrnoException {
  return Object.assign(new Error(`EIO: i/o error, ${call.what}`), { code: "EIO", errno: -5 });
}

vi.mock("node:fs", async (load) => {
  const real = await load<typeof import("node:fs")>();
  function read(...args: [number, Buffer, number, number, number, (error: Error) => void]) {
    const call: Call = { what: "read", path: "", position: args[4] };
    if (disk.fails(call)) return process.nextTick(args[5], broken(call));
    return real.read(...(args as unknown as Parameters<typeof real.read>));
  }
  return { ...real, default: real, read };
});

vi.mock("node:fs/promises", async (load) => {
  const real = await load<typeof import("node:fs/promises")>();
  function guard<Args extends unknown[], Value>(
    what: Call["what"],
    path: string,
    real: (...args: Args) => Promise<Value>,
  ) {
    return async (...args: Args): Promise<Value> => {
      if (disk.fails({ what, path })) throw broken({ what, path });
      return real(...args);
    };
  }
  async function open(...args: Parameters<typeof real.open>) {
    const file = await real.open(...args);
    const path = String(args[0]);
    file.sync = guard("sync", path, file.sync.bind(file));
    file.writev = guard("writev", path, file.writev.bind(file)) as typeof file.writev;
    return file;
  }
  const rename: typeof real.rename = (from, to) =>
    guard("rename", String(to), real.rename)(from, to);
  return { ...real, default: real, open, rename };
});

let delivery: Delivery;
let front: Front;
let port: number;
let uploads: TestUploads;
let person: Person;
beforeAll(async () => {
  delivery = await createDelivery();
  front = createFront({ ...delivery.ctx, trustedProxies: 0 });
  port = await front.listen(0, "127.0.0.1");
  uploads = await startUploads();
  person = await uploads.web.signUp();
});
afterEach(() => {
  disk.fails = () => false;
});
afterAll(async () => {
  await front.drain();
  await delivery.close();
  await uploads.close();
});

async function getFile(bytes: Buffer): Promise<IncomingMessage> {
  const owner = await delivery.signUp();
  const file = await delivery.addFile(owner.viewer.id, bytes);
  const { pathname, search } = new URL(mintMediaUrl(delivery.ctx, file).url);
  const asked = request({ port, host: "127.0.0.1", path: `${pathname}${search}` });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return response;
}

async function begin(bytes: Buffer): Promise<string> {
  const said = { filetype: "video/mp4", sha256: sha256(bytes) };
  return (await uploads.begin(person, bytes.length, said)).headers.get("x-file-id") ?? "";
}

async function sendAll(id: string, bytes: Buffer) {
  let last = { status: 0 };
  for (let at = 0; at < bytes.length; at += 5 * MiB) {
    last = await uploads.patch(person, id, at, bytes.subarray(at, at + 5 * MiB));
  }
  return last.status;
}

async function expectStored(id: string, bytes: Buffer) {
  expect(await uploads.row(id)).toMatchObject({ status: "READY", sha256: sha256(bytes) });
  expect(await uploads.storedHash(id)).toBe(sha256(bytes));
}

async function expectNothingKept(id: string) {
  expect(await uploads.row(id)).toMatchObject({ status: "FAILED" });
  expect((await uploads.parts()).filter((name) => name.startsWith(id))).toEqual([]);
  expect((await uploads.head(person, id)).status).toBe(410);
}

test("a disk that cannot read the first byte is 500 in our words", async () => {
  disk.fails = ({ what }) => what === "read";
  const response = await getFile(randomBytes(2 * MiB));
  expect(response.statusCode).toBe(500);
  expect(await text(response)).not.toMatch(/EIO|i\/o|storage/);
});

test("a disk that cannot read on breaks the connection: a short file never ends properly", async () => {
  disk.fails = ({ what, position = 0 }) => what === "read" && position >= MiB;
  const response = await getFile(randomBytes(3 * MiB));
  expect(response.statusCode).toBe(200);
  await expect(buffer(response)).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("an upload that cannot be brought to the disk is never READY, and nothing of it is kept", async () => {
  const bytes = videoBytes(MiB);
  const id = await begin(bytes);
  disk.fails = ({ what, path }) => what === "sync" && path.includes(id);
  expect(await sendAll(id, bytes)).toBe(500);
  disk.fails = () => false;
  await expectNothingKept(id);
});

test("what the disk once failed to keep is not kept, though it says so only once", async () => {
  const bytes = videoBytes(18 * MiB);
  const id = await begin(bytes);
  let failures = 0;
  disk.fails = ({ what, path }) => what === "sync" && path.includes(id) && failures++ === 0;
  expect(await sendAll(id, bytes)).toBe(500);
  expect(failures).toBe(1);
  await expectNothingKept(id);
});

test("a piece that the disk does not take is sent again, and the file is whole", async () => {
  const bytes = videoBytes(8 * MiB);
  const id = await begin(bytes);
  let writes = 0;
  disk.fails = ({ what, path }) => what === "writev" && path.includes(id) && writes++ === 2;
  expect((await uploads.patch(person, id, 0, bytes.subarray(0, 5 * MiB))).status).toBe(500);
  const offset = Number((await uploads.head(person, id)).headers.get("upload-offset"));
  expect(offset).toBeLessThan(5 * MiB);
  let reached = offset;
  while (reached < bytes.length) {
    const end = Math.min(bytes.length, reached + 5 * MiB);
    expect((await uploads.patch(person, id, reached, bytes.subarray(reached, end))).status).toBe(
      204,
    );
    reached = end;
  }
  await expectStored(id, bytes);
});

test.each([
  ["moved", "rename"],
  ["made to last in its folder", "sync"],
] as const)("a file that cannot be %s is not READY, and is once it can", async (_, failing) => {
  const bytes = videoBytes(MiB);
  const id = await begin(bytes);
  const isFolder = (path: string) => path.endsWith(`uploads/${id.slice(-2)}`);
  disk.fails = ({ what, path }) =>
    what === failing && (what === "sync" ? isFolder(path) : path.includes(id));
  expect(await sendAll(id, bytes)).toBe(500);
  expect((await uploads.head(person, id)).status).toBe(500);
  expect(await uploads.row(id)).toMatchObject({ status: "PENDING" });
  disk.fails = () => false;
  expect((await uploads.head(person, id)).headers.get("x-file-status")).toBe("READY");
  await expectStored(id, bytes);
});
