import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { readRanges } from "~/server/delivery/range";

// What an open door costs: one file, piped, with the fewest headers that make sense.
const [port = "0", file = ""] = process.argv.slice(2);
const { size } = statSync(file);

createServer((req, res) => {
  const ranges = readRanges(req.headers.range ?? null, size);
  const [range] = typeof ranges === "string" ? [] : ranges;
  const { start, end } = range ?? { start: 0, end: size - 1 };
  res.writeHead(range ? 206 : 200, {
    "Content-Type": "video/mp4",
    "Content-Length": end - start + 1,
    ...(range ? { "Content-Range": `bytes ${start}-${end}/${size}` } : {}),
  });
  createReadStream(file, { start, end, highWaterMark: 1024 * 1024 }).pipe(res);
}).listen(Number(port));
