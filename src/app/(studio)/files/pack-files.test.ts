import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readZip } from "../../../../tests/support/read-zip";
import { packFiles } from "./pack-files";

let server: Server;
beforeAll(async () => {
  server = createServer(({ url }, answer) => {
    answer.writeHead(url === "/gone" ? 410 : 200).end(`bytes of ${url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

const file = (id: string, filename: string) => ({
  id,
  filename,
  createdAt: "2026-11-24T12:00:00.000Z",
});

function options(counted: number[] = [], signal = new AbortController().signal) {
  const { port } = server.address() as AddressInfo;
  return {
    findUrl: async ({ id }: { id: string }) => `http://127.0.0.1:${port}/${id}`,
    onBytes: (bytes: number) => void counted.push(bytes),
    signal,
  };
}

const read = async (zip: ReadableStream<Uint8Array>) =>
  readZip(Buffer.from(await new Response(zip).arrayBuffer()));

test("Files of one name stand beside each other in the archive, every byte of them", async () => {
  const counted: number[] = [];
  const files = [file("a", "sea.png"), file("b", "sea.png")];
  const entries = await read(packFiles(files, options(counted)));
  expect([...entries].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ["sea.png", "bytes of /a"],
    ["sea (2).png", "bytes of /b"],
  ]);
  expect(counted.reduce((all, bytes) => all + bytes, 0)).toBe(22);
});

test("An archive without one of its files is none", async () => {
  const files = [file("a", "a.txt"), file("gone", "gone.txt")];
  await expect(read(packFiles(files, options()))).rejects.toThrow("gone.txt answered 410");
});

test("Nothing more is asked for once somebody has canceled", async () => {
  const leaving = new AbortController();
  leaving.abort();
  const packed = packFiles([file("a", "a.txt")], options([], leaving.signal));
  await expect(read(packed)).rejects.toThrow();
});
