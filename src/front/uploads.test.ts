import { stat } from "node:fs/promises";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  MiB,
  sha256,
  startUploads,
  type TestUploads,
  videoBytes,
} from "../../tests/support/uploads";
import type { Person } from "../../tests/support/web";

let uploads: TestUploads;
let person: Person;
beforeAll(async () => {
  uploads = await startUploads({ apiOrigins: ["https://app.example"] });
  person = await uploads.web.signUp();
});
afterAll(() => uploads.close());

test("a file goes up in pieces and is READY with its hash, type and name", async () => {
  const bytes = videoBytes(12 * MiB + 3);
  const metadata = { filename: "holiday.mp4", filetype: "video/mp4", sha256: sha256(bytes) };
  const id = await uploads.send(person, bytes, { metadata });
  expect(await uploads.row(id)).toMatchObject({
    ownerId: person.id,
    kind: "upload",
    status: "READY",
    filename: "holiday.mp4",
    contentType: "video/mp4",
    size: BigInt(bytes.length),
    sha256: sha256(bytes),
  });
  expect(await uploads.storedHash(id)).toBe(sha256(bytes));
  expect(await uploads.parts()).toEqual([]);
});

test("12 MiB in one request are stored whole", async () => {
  const bytes = videoBytes(12 * MiB);
  const { status, headers, body } = await uploads.ask(person, uploads.url, {
    method: "POST",
    headers: { "content-type": "video/mp4", "x-filename": "caf%C3%A9.mp4" },
    body: new Uint8Array(bytes),
  });
  expect(status).toBe(201);
  expect(body).toEqual({
    fileId: expect.any(String),
    sentSha256: sha256(bytes),
    sha256: sha256(bytes),
    size: bytes.length,
    contentType: "video/mp4",
  });
  expect(headers.get("location")).toBe(`/api/files/upload/${body.fileId}`);
  expect(await uploads.row(body.fileId)).toMatchObject({ status: "READY", filename: "café.mp4" });
  expect(await uploads.storedHash(body.fileId)).toBe(sha256(bytes));
});

test("a form brings its file", async () => {
  const bytes = videoBytes(2 * MiB);
  const form = new FormData();
  form.set("note", "before the file");
  form.set("file", new File([new Uint8Array(bytes)], "clip.mp4", { type: "video/mp4" }));
  const { status, body } = await uploads.ask(person, uploads.url, { method: "POST", body: form });
  expect({ status, body }).toMatchObject({ status: 201, body: { sha256: sha256(bytes) } });
  expect(await uploads.row(body.fileId)).toMatchObject({
    filename: "clip.mp4",
    size: BigInt(2 * MiB),
  });
});

const video = { filename: "clip.mp4", filetype: "video/mp4" };

async function begun(size: number, metadata: Record<string, string> = video) {
  const { status, headers } = await uploads.begin(person, size, metadata);
  expect(status).toBe(201);
  return headers.get("x-file-id") ?? "";
}

test("what was cut goes on where it ended, also in a process that knows nothing of it", async () => {
  const bytes = videoBytes(8 * MiB);
  const id = await begun(bytes.length);
  const first = await uploads.patch(person, id, 0, bytes.subarray(0, 5 * MiB));
  expect(first.status).toBe(204);
  expect(first.headers.get("x-file-status")).toBe("PENDING");
  expect(Date.parse(first.headers.get("upload-expires") ?? "")).toBeGreaterThan(Date.now());
  await uploads.restart();
  const { status, headers } = await uploads.head(person, id);
  expect(status).toBe(200);
  expect(headers.get("upload-offset")).toBe(String(5 * MiB));
  expect(headers.get("upload-length")).toBe(String(8 * MiB));
  const last = await uploads.patch(person, id, 5 * MiB, bytes.subarray(5 * MiB));
  expect(last.headers.get("x-file-status")).toBe("READY");
  expect(await uploads.row(id)).toMatchObject({ status: "READY", sha256: sha256(bytes) });
  expect(await uploads.storedHash(id)).toBe(sha256(bytes));
  const again = await uploads.head(person, id);
  expect(again.headers.get("upload-offset")).toBe(String(8 * MiB));
  expect(again.headers.get("x-file-status")).toBe("READY");
});

test("a client that vanishes in the middle of a piece keeps what had come", async () => {
  const bytes = videoBytes(4 * MiB);
  const id = await begun(bytes.length);
  const token = await person.token();
  const vanishing = new AbortController();
  const half = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(bytes.subarray(0, 2 * MiB))),
  });
  const sent = fetch(`${uploads.url}/${id}`, {
    method: "PATCH",
    headers: {
      authorization: `Bearer ${token}`,
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
    body: half,
    duplex: "half",
    signal: vanishing.signal,
  } as RequestInit).catch(() => undefined);
  await vi.waitFor(async () => {
    const [part] = (await uploads.parts()).filter((name) => name.startsWith(id));
    const { size } = await stat(`${uploads.adapters.storage.incoming}/${part}`);
    expect(size).toBeGreaterThan(MiB);
  });
  const { headers } = await uploads.head(person, id);
  const offset = Number(headers.get("upload-offset"));
  expect(offset).toBeGreaterThan(MiB);
  vanishing.abort();
  await sent;
  const { status } = await uploads.patch(person, id, offset, bytes.subarray(offset));
  expect(status).toBe(204);
  expect(await uploads.storedHash(id)).toBe(sha256(bytes));
});

test("a piece for another offset is refused and changes nothing", async () => {
  const bytes = videoBytes(2 * MiB);
  const id = await begun(bytes.length);
  await uploads.patch(person, id, 0, bytes.subarray(0, MiB));
  const { status, body } = await uploads.patch(person, id, 17, bytes.subarray(17));
  expect(status).toBe(409);
  expect(body.error).toMatchObject({ code: "CONFLICT", requestId: expect.any(String) });
  const { headers } = await uploads.head(person, id);
  expect(headers.get("upload-offset")).toBe(String(MiB));
});

test("a piece of more than 5 MiB is refused, with a length and without one", async () => {
  const bytes = videoBytes(6 * MiB);
  const id = await begun(bytes.length);
  expect((await uploads.patch(person, id, 0, bytes)).status).toBe(413);
  const { status } = await uploads.ask(person, id, {
    method: "PATCH",
    headers: {
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
    body: new Blob([new Uint8Array(bytes)]).stream(),
  });
  expect(status).toBe(413);
  expect(await uploads.row(id)).toMatchObject({ status: "PENDING" });
});

test("another person's upload is not there, whatever is asked of it", async () => {
  const id = await begun(MiB);
  const stranger = await uploads.web.signUp();
  expect((await uploads.head(stranger, id)).status).toBe(404);
  expect((await uploads.patch(stranger, id, 0, videoBytes(MiB))).status).toBe(404);
  expect((await uploads.cancel(stranger, id)).status).toBe(404);
  expect((await uploads.head(person, id)).status).toBe(200);
});

test("a canceled upload frees its place, and is over", async () => {
  const id = await begun(MiB);
  expect((await uploads.cancel(person, id)).status).toBe(204);
  expect((await uploads.head(person, id)).status).toBe(410);
  expect(await uploads.row(id)).toMatchObject({ status: "FAILED", deletedAt: expect.any(Date) });
  expect((await uploads.parts()).filter((name) => name.startsWith(id))).toEqual([]);
});

test("a finished upload is not canceled", async () => {
  const id = await uploads.send(person, videoBytes(MiB), { metadata: video });
  expect((await uploads.cancel(person, id)).status).toBe(409);
  expect(await uploads.row(id)).toMatchObject({ status: "READY" });
});

test("nobody in particular, foreign pages and the suspended are refused by every verb", async () => {
  const id = await begun(MiB);
  const ask = (who: Person | null, headers: Record<string, string>) =>
    Promise.all([
      uploads.begin(who, MiB, video, { headers }),
      uploads.ask(who, uploads.url, { method: "POST", headers, body: "text" }),
      ...(["PATCH", "DELETE"] as const).map((method) =>
        uploads.ask(who, id, { method, headers: { "tus-resumable": "1.0.0", ...headers } }),
      ),
    ]).then((answers) => answers.map(({ status }) => status));
  expect(await ask(null, {})).toEqual([401, 401, 401, 401]);
  const cookie = `__session=${await person.token()}`;
  const foreign = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect(await ask(null, foreign)).toEqual([403, 403, 403, 403]);
  expect(await ask(null, { cookie })).toEqual([403, 403, 403, 403]);
  const suspended = await uploads.web.signUp();
  await uploads.begin(suspended, MiB, video);
  const data = { suspendedAt: new Date() };
  await uploads.adapters.db.user.update({ where: { id: suspended.id }, data });
  expect(await ask(suspended, {})).toEqual([403, 403, 403, 403]);
  expect(await uploads.row(id)).toMatchObject({ status: "PENDING" });
});

test("an address that is no upload's is not found", async () => {
  for (const path of ["nothing", `${crypto.randomUUID()}/more`, "..%2f..%2fetc%2fpasswd"]) {
    expect((await uploads.head(person, path)).status, path).toBe(404);
  }
  expect((await uploads.head(person, crypto.randomUUID())).status).toBe(404);
  expect((await uploads.ask(person, uploads.url, { method: "PUT", body: "x" })).status).toBe(405);
});

test("bytes that are not the declared ones are thrown away with 460, in pieces and at once", async () => {
  const bytes = videoBytes(MiB);
  const id = await begun(bytes.length, { ...video, sha256: sha256(videoBytes(MiB)) });
  const { status, body } = await uploads.patch(person, id, 0, bytes);
  expect({ status, code: body.error.code }).toEqual({ status: 460, code: "CHECKSUM_MISMATCH" });
  expect(await uploads.row(id)).toMatchObject({ status: "FAILED" });
  expect((await uploads.parts()).filter((name) => name.startsWith(id))).toEqual([]);
  const once = await uploads.ask(person, `${uploads.url}?sha256=${"0".repeat(64)}`, {
    method: "POST",
    headers: { "content-type": "video/mp4" },
    body: new Uint8Array(bytes),
  });
  expect(once.status).toBe(460);
});

test("a body that ends too early is never a file", async () => {
  const before = await uploads.adapters.db.file.count({ where: { status: "READY" } });
  const socket = connect(Number(new URL(uploads.url).port), "127.0.0.1");
  const head = [
    "POST /api/files/upload HTTP/1.1",
    "Host: localhost",
    `Authorization: Bearer ${await person.token()}`,
    "Content-Type: video/mp4",
    `Content-Length: ${2 * MiB}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  socket.write(videoBytes(MiB));
  const mine = () => uploads.parts().then((names) => names.filter((name) => name.includes("once")));
  await vi.waitFor(async () => expect(await mine()).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(async () => expect(await mine()).toEqual([]));
  expect(await uploads.adapters.db.file.count({ where: { status: "READY" } })).toBe(before);
});

test("a form that is cut, empty or brings two files leaves nothing", async () => {
  const before = await uploads.adapters.db.file.count({ where: { status: "READY" } });
  const file = (name: string) =>
    `--b\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\nwords\r\n`;
  const bodies = [file("a.txt"), `${file("a.txt")}${file("b.txt")}--b--\r\n`, "--b--\r\n", ""];
  for (const body of bodies) {
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const answer = await uploads.ask(person, uploads.url, { method: "POST", headers, body });
    expect(answer.status, body).toBe(400);
  }
  expect(await uploads.adapters.db.file.count({ where: { status: "READY" } })).toBe(before);
  expect((await uploads.parts()).filter((name) => name.includes("once"))).toEqual([]);
});

test("another app's page may upload with a token, and reads what tus says", async () => {
  const origin = "https://app.example";
  const preflight = await fetch(uploads.url, {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "PATCH" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(preflight.headers.get("access-control-allow-headers")).toContain("upload-offset");
  const { status, headers } = await uploads.begin(person, MiB, video, { headers: { origin } });
  expect(status).toBe(201);
  expect(headers.get("access-control-allow-origin")).toBe(origin);
  expect(headers.get("access-control-expose-headers")).toContain("upload-offset");
  const other = await fetch(uploads.url, {
    method: "OPTIONS",
    headers: { origin: "https://evil.example", "access-control-request-method": "PATCH" },
  });
  expect(other.status).toBe(403);
  const asked = await uploads.begin(person, MiB, video, {
    headers: { origin: "https://evil.example" },
  });
  expect(asked.headers.get("access-control-allow-origin")).toBeNull();
});

test("what the protocol can do here is told to whoever asks", async () => {
  const { status, headers } = await fetch(uploads.url, { method: "OPTIONS" });
  expect(status).toBe(204);
  expect(headers.get("tus-version")).toBe("1.0.0");
  expect(headers.get("tus-extension")?.split(",")).toContain("termination");
});
