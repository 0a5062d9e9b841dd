import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { readRange } from "~/server/delivery/range";

// What an open door costs: one file, piped, with the fewest headers that make sense.
const [port = "0", file = ""] = process.argv.slice(2);
const { size } = statSync(file);

createServer((req, res) => {
  const range = readRange(req.headers.range ?? null, size);
  const { start, end } = typeof range === "string" ? { start: 0, end: size - 1 } : range;
  res.writeHead(typeof range === "string" ? 200 : 206, {
    "Content-Type": "video/mp4",
    "Content-Length": end - start + 1,
    ...(typeof range === "string" ? {} : { "Content-Range": `bytes ${start}-${end}/${size}` }),
  });
  createReadStream(file, { start, end, highWaterMark: 1024 * 1024 }).pipe(res);
}).listen(Number(port));
