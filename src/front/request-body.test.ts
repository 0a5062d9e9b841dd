import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { readRequestBody } from "./request-body";
import { limitRequest } from "./request-limit";

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const server = createServer({ requestTimeout: 0 }, answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n");
  return socket;
}

async function read(req: IncomingMessage, silenceMs: number): Promise<string> {
  let text = "";
  for await (const piece of readRequestBody(req, silenceMs).bytes) text += Buffer.from(piece);
  return text;
}

function closed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once("close", resolve));
}

test("a body that comes slowly comes whole", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = await serve((req, res) => {
    void read(req, 300).then(resolve);
    res.on("error", () => undefined);
  });
  for (let count = 0; count < 10; count += 1) {
    socket.write("ab");
    await wait(60);
  }
  expect(await promise).toBe("ab".repeat(10));
});

test("a body that stops coming ends the connection, and its reader hears of it", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const socket = await serve((req) => void read(req, 50).catch(resolve));
  const ended = closed(socket);
  socket.write("ab");
  expect(String(await promise)).toMatch(/aborted|gone away/);
  await ended;
});

test("a connection keeps no watch of the requests that it has served", async () => {
  const counts: number[] = [];
  const socket = await serve((req, res) => {
    void read(req, 1000).then(() => {
      res.end("ok", () => counts.push(req.socket.listenerCount("timeout")));
    });
  });
  socket.write("a".repeat(20));
  await once(socket, "data");
  for (let count = 0; count < 3; count += 1) {
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx");
    await once(socket, "data");
  }
  expect(new Set(counts).size).toBe(1);
});

test("what is refused is read off, so that the refusal arrives", async () => {
  const socket = await serve((req, res) => {
    const body = readRequestBody(req, 1000);
    res.writeHead(413, { "Content-Length": "0" }).end();
    body.discard();
  });
  socket.write("a".repeat(20));
  const [answer] = await once(socket, "data");
  expect(String(answer)).toContain("413");
});

test("a request of another kind has an end in time", async () => {
  const socket = await serve((req) => limitRequest(req, 100));
  const started = performance.now();
  const dripping = setInterval(() => socket.write("a"), 20);
  await closed(socket);
  clearInterval(dripping);
  expect(performance.now() - started).toBeLessThan(380);
});
