import { once } from "node:events";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { NodeNextRequest, NodeNextResponse } from "next/dist/server/base-http/node";
import { sendResponse } from "next/dist/server/send-response";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemResponse } from "~/server/api/problem";
import { readBody } from "~/server/api/request-gate";
import { AppError } from "~/server/errors";
import { createDelivery, type Delivery } from "../../tests/support/delivery";
import { createFront, type Front } from "./front";

const MiB = 1024 * 1024;

let delivery: Delivery;
let front: Front;
let port: number;
let ports: (number | undefined)[];

// Bodies come in and answers go out by Next's own code, as in a route handler.
async function handle(incoming: Request): Promise<Response> {
  try {
    return Response.json({ size: (await readBody(incoming)).byteLength });
  } catch (error) {
    if (error instanceof AppError) return problemResponse(error, "1");
    throw error;
  }
}

beforeAll(async () => {
  delivery = await createDelivery();
  front = createFront({ ...delivery.ctx, trustedProxies: 0 });
  ports = [];
  front.handOver(async (req, res) => {
    ports.push(req.socket.remotePort);
    const asked = new NodeNextRequest(req);
    const { stream } = asked as unknown as { stream(): ReadableStream };
    const options = { method: "POST", body: stream.call(asked), duplex: "half" };
    const response = await handle(new Request("http://localhost/api", options as RequestInit));
    await sendResponse(asked, new NodeNextResponse(res), response);
  });
  port = await front.listen(0);
});
afterAll(async () => {
  await front.drain();
  await delivery.close();
});

async function post(agent: Agent, size: number) {
  const asking = request({ port, host: "127.0.0.1", method: "POST", agent });
  asking.end(Buffer.alloc(size));
  const [response] = await once(asking, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test.each([
  ["1 MiB", MiB],
  ["20 MiB", 20 * MiB],
])(
  "A body of %s is answered 413, and the same connection takes the next request",
  async (...row) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    ports.length = 0;
    expect(await post(agent, row[1])).toMatchObject({ status: 413 });
    expect(await post(agent, 10)).toMatchObject({ status: 200, body: '{"size":10}' });
    expect(ports[1]).toBe(ports[0]);
    agent.destroy();
  },
);
