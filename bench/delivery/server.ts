import { createReadStream } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readKeyRing } from "~/server/delivery/key-ring";
import { readRange } from "~/server/delivery/range";
import { answerFileRequest } from "~/server/delivery/service";
import { createDatabase } from "~/server/platform/db";
import { createDiskStorage } from "~/server/platform/storage/disk";

export type DeliveryServerSettings = {
  databaseUrl: string;
  storageUrl: string;
  signingSecret: string;
  storageKey: string;
};

/** Of this process since it started. */
export type Usage = { cpuMicroseconds: number };

const settings: DeliveryServerSettings = JSON.parse(process.env["T2M_BENCH"] ?? "{}");
const storage = createDiskStorage(settings.storageUrl);
const stored = path.join(fileURLToPath(settings.storageUrl), settings.storageKey);
const size = (await storage.stat(settings.storageKey))?.size ?? 0;
const deps = {
  db: createDatabase(settings.databaseUrl),
  signingKeys: readKeyRing({ FILE_SIGNING_SECRET: settings.signingSecret }),
  now: () => new Date(),
};

/** What an open door costs: the same bytes with the fewest headers that make sense. */
function pipeBare(rangeHeader: string | null, res: ServerResponse): void {
  const range = readRange(rangeHeader, size);
  const { start, end } = typeof range === "string" ? { start: 0, end: size - 1 } : range;
  res.writeHead(typeof range === "string" ? 200 : 206, {
    "Content-Type": "video/mp4",
    "Content-Length": end - start + 1,
    ...(typeof range === "string" ? {} : { "Content-Range": `bytes ${start}-${end}/${size}` }),
  });
  createReadStream(stored, { start, end, highWaterMark: 1024 * 1024 }).pipe(res);
}

const server = createServer(async (req, res) => {
  const get = (name: string) => req.headers[name]?.toString() ?? null;
  const { pathname, search } = new URL(req.url ?? "/", "http://localhost");
  if (pathname === "/bare") return pipeBare(get("range"), res);
  const { status, headers, body } = await answerFileRequest(deps, {
    method: req.method ?? "GET",
    fileId: pathname.split("/").at(-1) ?? "",
    search,
    headers: { get },
    requestId: "bench",
  });
  res.writeHead(status, headers);
  if (body && "key" in body) (await storage.openRange(body.key, body)).pipe(res);
  else res.end(body && JSON.stringify(body));
});

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicroseconds: user + system } satisfies Usage);
});
process.on("disconnect", () => process.exit(0));
