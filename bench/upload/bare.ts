import { createHash, type Hash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DataStore, Server, Upload } from "@tus/server";

// What T2M is measured against: a body piped to a file, and `@tus/server` over plain files with a JSON
// beside each, as its own file store keeps them. Neither asks who it is, counts, hashes or flushes; those
// that hash and flush too say what these two cost whoever does them.
const [port = "0", folder = ""] = process.argv.slice(2);

const fileOf = (id: string) => path.join(folder, id);
const noteOf = (id: string) => path.join(folder, `${id}.json`);

/** Of uploads that come in now, for who wants them hashed. */
const hashes = new Map<string, Hash>();

function passOn(onChunk: (chunk: Buffer) => void) {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      onChunk(chunk);
      done(null, chunk);
    },
  });
}

/** @param isSafe - whether an upload is hashed as it comes in, and flushed when it is whole. */
function createStore(isSafe: boolean): DataStore {
  const store = {
    extensions: ["creation"],

    async create(upload: Upload) {
      await (await open(fileOf(upload.id), "wx")).close();
      await writeFile(noteOf(upload.id), JSON.stringify(upload));
      if (isSafe) hashes.set(upload.id, createHash("sha256"));
      return upload;
    },

    async getUpload(id: string) {
      const note = JSON.parse(await readFile(noteOf(id), "utf8"));
      return new Upload({ ...note, offset: (await stat(fileOf(id))).size });
    },

    async write(source: NodeJS.ReadableStream, id: string, offset: number) {
      let count = 0;
      const counting = passOn((chunk) => {
        count += chunk.length;
        hashes.get(id)?.update(chunk);
      });
      const { size } = JSON.parse(await readFile(noteOf(id), "utf8"));
      const target = createWriteStream(fileOf(id), { flags: "r+", start: offset });
      await pipeline(source, counting, target);
      if (isSafe && offset + count === size) await finish(id);
      return offset + count;
    },
  };
  return Object.assign(new DataStore(), store) as unknown as DataStore;
}

async function finish(id: string): Promise<void> {
  const file = await open(fileOf(id), "r");
  await file.sync();
  await file.close();
  const sha256 = hashes.get(id)?.digest("hex");
  hashes.delete(id);
  await writeFile(noteOf(id), JSON.stringify({ sha256 }), { flush: true });
}

const tus = new Server({ path: "/tus", datastore: createStore(false) });
const safeTus = new Server({ path: "/safe-tus", datastore: createStore(true) });

createServer(async (req, res) => {
  if (req.url?.startsWith("/tus")) return void tus.handle(req, res);
  if (req.url?.startsWith("/safe-tus")) return void safeTus.handle(req, res);
  if (req.method !== "POST") return void res.end();
  const target = fileOf(randomUUID());
  if (req.url === "/hashed") {
    const hash = createHash("sha256");
    const hashing = passOn((chunk) => hash.update(chunk));
    await pipeline(req, hashing, createWriteStream(target, { flush: true }));
  } else await pipeline(req, createWriteStream(target));
  res.writeHead(201).end();
  await rm(target);
}).listen(Number(port), "127.0.0.1");
