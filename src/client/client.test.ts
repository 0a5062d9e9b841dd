import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createT2MClient } from "./client";

let server: Server;
let url: string;
const asked: { method: string; address: string; authorization: string | undefined }[] = [];

/** Notes who asks and how; streams end at once and ask to be opened again soon (HTML §9.2.6). */
beforeEach(async () => {
  asked.length = 0;
  server = createServer((request: IncomingMessage, response) => {
    const { method = "", url: address = "", headers } = request;
    asked.push({ method, address, authorization: headers.authorization });
    if (headers.accept === "text/event-stream") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      return response.end("retry: 10\nevent: connected\ndata: {}\n\n");
    }
    const results = (address.split("?")[0] ?? "").split(",").map(() => ({
      result: {
        data: { json: { at: "2026-11-25T00:00:00Z" }, meta: { values: { at: ["Date"] } } },
      },
    }));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(results));
  }).listen(0);
  url = `http://localhost:${(server.address() as AddressInfo).port}/somewhere`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function createClient() {
  let minted = 0;
  const getToken = vi.fn(async (): Promise<string | null> => {
    minted += 1;
    return `token-${minted}`;
  });
  return { client: createT2MClient({ url, getToken }), getToken };
}

test("Calls of one moment travel together, with one token in the header and none in the address", async () => {
  const { client, getToken } = createClient();
  const [first] = await Promise.all([client.account.me.query(), client.videos.models.query()]);
  expect(first).toEqual({ at: new Date("2026-11-25T00:00:00Z") });
  await client.videos.list.query({});
  expect(getToken).toHaveBeenCalledTimes(2);
  expect(asked.map(({ authorization }) => authorization)).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
  expect(asked[0]?.address).toMatch(/^\/api\/trpc\/account\.me,videos\.models\?/);
  for (const { address } of asked) expect(address).not.toContain("token");
});

test("A stream asks for a token each time it connects", async () => {
  const { client } = createClient();
  const subscription = client.jobs.watch.subscribe({}, {});
  await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(3));
  subscription.unsubscribe();
  const tokens = asked.map(({ authorization }) => authorization);
  expect(tokens.slice(0, 3)).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
  for (const { address } of asked) expect(address).not.toContain("token");
});

test("Nobody in particular sends no header", async () => {
  const client = createT2MClient({ url, getToken: async () => null });
  await client.videos.models.query();
  expect(asked).toMatchObject([{ authorization: undefined }]);
});
