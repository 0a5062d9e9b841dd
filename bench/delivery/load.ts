import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Peer } from "./servers";

const run = promisify(execFile);
const TICKS_PER_SECOND = 100;

export type Rate = { perSecond: number; cpuSecondsPerRequest: number };
type Wish = { folder: string; connections: number; seconds: number };

/** wrk from a core of its own. @param range - bytes of each part; left out, the whole file. */
export async function measureRate(
  { url, pid }: Peer,
  { folder, connections, seconds }: Wish,
  range?: { bytes: number; of: number },
): Promise<Rate> {
  const script = path.join(folder, "ranges.lua");
  const { pathname, search } = new URL(url);
  if (range) {
    await writeFile(
      script,
      `local c = 0
      request = function()
        c = c + 1
        local s = (c * 4099) % ${range.of - range.bytes}
        local header = { Range = "bytes=" .. s .. "-" .. (s + ${range.bytes - 1}) }
        return wrk.format("GET", "${pathname}${search}", header)
      end`,
    );
  }
  const before = cpuSeconds(pid);
  const shape = ["-t1", `-c${connections}`, `-d${seconds}s`, ...(range ? ["-s", script] : [])];
  const { stdout } = await run("taskset", ["-c", "1", "wrk", ...shape, url]);
  const [, count] = /(\d+) requests in/.exec(stdout) ?? [];
  const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  if (!count || !perSecond || /Non-2xx/.test(stdout)) throw new Error(`wrk says: ${stdout}`);
  return {
    perSecond: Number(perSecond),
    cpuSecondsPerRequest: (cpuSeconds(pid) - before) / Number(count),
  };
}

/** Median milliseconds until the headers of a small range are there, one after the other. */
export async function measureFirstByte({ url }: Peer): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    const started = performance.now();
    const [response] = await once(
      get(url, { agent, headers: { range: "bytes=0-1023" } }),
      "response",
    );
    taken.push(performance.now() - started);
    for await (const _ of response);
  }
  agent.destroy();
  return median(taken.slice(100));
}

/** MiB of the server's own memory for each client that takes nothing after its first bytes. */
export async function measureSlowClients({ url, pid }: Peer, count: number): Promise<number> {
  const { port, pathname, search, host } = new URL(url);
  const before = ownMebibytes(pid);
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect({ port: Number(port), host: "127.0.0.1" }).pause();
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      return socket;
    }),
  );
  await wait(3_000);
  const cost = (ownMebibytes(pid) - before) / count;
  for (const socket of clients) socket.destroy();
  return cost;
}

export function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Of the process and its children: nginx works in one (proc(5), fields 14 and 15 of stat). */
function cpuSeconds(pid: number): number {
  const ticks = family(pid).flatMap((each) => {
    const text = readFileSync(`/proc/${each}/stat`, "utf8");
    return text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
  });
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
}

function ownMebibytes(pid: number): number {
  const kibibytes = family(pid).map((each) =>
    Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1] ?? 0),
  );
  return kibibytes.reduce((sum, each) => sum + each, 0) / 1024;
}

function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return [pid, ...children.split(" ").filter(Boolean).map(Number)];
}
