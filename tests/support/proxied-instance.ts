import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type Handle = (request: Request) => Promise<Response>;

/** How a reverse proxy can be set up wrongly. */
export type Faults = {
  /** Longer bodies end here. */
  cutBodiesAt?: number;
  /** Longer bodies are refused with 413. */
  refuseBodiesAbove?: number;
  /** Answers are collected and sent at once. */
  buffersAnswers?: boolean;
  dropsRange?: boolean;
  /** Everything is sent to another address. */
  redirectsTo?: string;
  /** This is answered instead of asking anybody. */
  answers?: { status: number; body: string };
};

/** An instance and a proxy before it, both real servers on loopback. */
export async function startProxiedInstance(handle: Handle) {
  const instance = await listen((req, res) => void answer(handle, req, res));
  const faults: Faults = {};
  const proxy = await listen((req, res) => void forward(instance.port, faults, req, res));
  return {
    origin: `http://localhost:${proxy.port}`,
    setFaults(next: Faults): void {
      for (const name of Object.keys(faults)) delete faults[name as keyof Faults];
      Object.assign(faults, next);
    },
    async close() {
      await proxy.close();
      await instance.close();
    },
  };
}

async function listen(onRequest: (req: IncomingMessage, res: ServerResponse) => void) {
  const server: Server = createServer(onRequest);
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(handle: Handle, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const hasBody = req.method === "POST";
  const response = await handle(
    new Request(`http://localhost${req.url}`, {
      method: req.method ?? "GET",
      headers: Object.entries(req.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
      ...(hasBody ? { body: Readable.toWeb(req) as ReadableStream, duplex: "half" } : {}),
    } as RequestInit),
  );
  res.writeHead(response.status, Object.fromEntries(response.headers));
  await pipeline(Readable.from(response.body ?? []), res).catch(() => undefined);
}

async function forward(
  port: number,
  faults: Faults,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (faults.answers) return void res.writeHead(faults.answers.status).end(faults.answers.body);
  if (faults.redirectsTo) {
    return void res.writeHead(308, { location: faults.redirectsTo + req.url }).end();
  }
  const whole = Buffer.concat(await req.toArray());
  if (whole.length > (faults.refuseBodiesAbove ?? Number.POSITIVE_INFINITY)) {
    return void res.writeHead(413).end();
  }
  const body = whole.subarray(0, faults.cutBodiesAt);
  const { range, ...headers } = req.headers;
  const passed = faults.dropsRange || range === undefined ? headers : { ...headers, range };
  const asked = request({
    host: "localhost",
    port,
    path: req.url,
    method: req.method,
    headers: req.method === "POST" ? { ...passed, "content-length": body.length } : passed,
  });
  asked.end(body);
  const [got] = (await once(asked, "response")) as [IncomingMessage];
  if (faults.buffersAnswers) {
    const held = Buffer.concat(await got.toArray());
    return void res.writeHead(got.statusCode ?? 502, got.headers).end(held);
  }
  res.writeHead(got.statusCode ?? 502, got.headers);
  await pipeline(got, res).catch(() => undefined);
}
