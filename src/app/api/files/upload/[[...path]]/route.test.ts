import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MiB, sha256, videoBytes } from "../../../../../../tests/support/uploads";
import {
  APP_ORIGIN,
  type Person,
  startTestWeb,
  type TestWeb,
} from "../../../../../../tests/support/web";

type Route = Record<string, unknown>;

const METHODS = ["POST", "PUT", "PATCH", "DELETE"] as const;
/** Past what Next cuts off, silently, behind a middleware. */
const LARGE = videoBytes(12 * MiB);

let web: TestWeb;
let person: Person;
let routes: Record<string, Route>;
beforeAll(async () => {
  web = await startTestWeb();
  person = await web.signUp();
  const modules = import.meta.glob("/src/app/api/**/route.ts");
  const loaded = Object.entries(modules).map(async ([path, load]) => [path, await load()]);
  routes = Object.fromEntries(await Promise.all(loaded));
});
afterAll(() => web.close());

function upload(method: string, path: string, headers: Record<string, string>, body?: Buffer) {
  return person.token().then((token) => {
    const [route] = Object.entries(routes).filter(([file]) => file.includes("/upload/"));
    const answer = route?.[1][method] as (request: Request) => Promise<Response>;
    const init = { method, headers: { authorization: `Bearer ${token}`, ...headers } };
    const bytes = body ? { body: new Uint8Array(body) } : {};
    return answer(new Request(`${APP_ORIGIN}/api/files/upload${path}`, { ...init, ...bytes }));
  });
}

test("the route handler stores a file in pieces, as the front door does", async () => {
  const tus = { "tus-resumable": "1.0.0" };
  const bytes = videoBytes(7 * MiB);
  const begun = await upload("POST", "", { ...tus, "upload-length": String(bytes.length) });
  expect(begun.status).toBe(201);
  const id = begun.headers.get("x-file-id");
  for (const offset of [0, 5 * MiB]) {
    const piece = bytes.subarray(offset, offset + 5 * MiB);
    const type = { "content-type": "application/offset+octet-stream" };
    const headers = { ...tus, ...type, "upload-offset": String(offset) };
    expect((await upload("PATCH", `/${id}`, headers, piece)).status).toBe(204);
  }
  const head = await upload("HEAD", `/${id}`, tus);
  expect(head.headers.get("x-file-status")).toBe("READY");
  expect(await web.adapters.db.file.findUnique({ where: { id: id ?? "" } })).toMatchObject({
    status: "READY",
    sha256: sha256(bytes),
  });
});

test("12 MiB are taken whole or refused by every route, with every verb", async () => {
  expect(Object.keys(routes).length).toBeGreaterThan(6);
  const token = await person.token();
  for (const [file, route] of Object.entries(routes)) {
    for (const method of METHODS) {
      const answer = route[method];
      if (typeof answer !== "function") continue;
      const path = file.replace(/^\/src\/app|\/route\.ts$|\/\[+\.*\w+\]+/g, "");
      const request = new Request(`${APP_ORIGIN}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: new Uint8Array(randomBytes(12 * MiB)),
      });
      const response: Response = await answer(request, { params: Promise.resolve({}) });
      expect(response.status, `${method} ${file}`).toBeGreaterThanOrEqual(400);
    }
  }
});

test("12 MiB through the route handler are stored whole", async () => {
  const response = await upload("POST", "", { "content-type": "video/mp4" }, LARGE);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ size: LARGE.length, sha256: sha256(LARGE) });
});
