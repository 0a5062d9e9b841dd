import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DataStore, Server, Upload } from "@tus/server";

// What T2M is measured against: a body piped to a file, and `@tus/server` over plain files with a JSON
// beside each, as its own file store keeps them. Neither asks who it is, counts, hashes or flushes; the
// body that is hashed and flushed too says what those two cost whoever does them.
const [port = "0", folder = ""] = process.argv.slice(2);

const fileOf = (id: string) => path.join(folder, id);
const noteOf = (id: string) => path.join(folder, `${id}.json`);

const store = Object.assign(new DataStore(), {
  extensions: ["creation"],

  async create(upload: Upload) {
    await (await open(fileOf(upload.id), "wx")).close();
    await writeFile(noteOf(upload.id), JSON.stringify(upload));
    return upload;
  },

  async getUpload(id: string) {
    const note = JSON.parse(await readFile(noteOf(id), "utf8"));
    return new Upload({ ...note, offset: (await stat(fileOf(id))).size });
  },

  async write(source: NodeJS.ReadableStream, id: string, offset: number) {
    let count = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _, done) {
        count += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(source, counting, createWriteStream(fileOf(id), { flags: "r+", start: offset }));
    return offset + count;
  },
});

const tus = new Server({ path: "/tus", datastore: store as unknown as DataStore });

createServer(async (req, res) => {
  if (req.url?.startsWith("/tus")) return void tus.handle(req, res);
  if (req.method !== "POST") return void res.end();
  const target = fileOf(randomUUID());
  if (req.url === "/hashed") {
    const hash = createHash("sha256");
    const hashing = new Transform({
      transform(chunk: Buffer, _, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(req, hashing, createWriteStream(target, { flush: true }));
  } else await pipeline(req, createWriteStream(target));
  res.writeHead(201).end();
  await rm(target);
}).listen(Number(port), "127.0.0.1");
