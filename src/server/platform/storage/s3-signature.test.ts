import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startS3 } from "../../../../tests/support/s3";
import { readSignature } from "../../../../tests/support/s3-signature";
import { newStorageKey } from "./key";
import { createS3Storage } from "./s3";

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
const door = createServer(async (req, res) => {
  const { method = "", url = "", headers } = req;
  const { expected, claimed } = readSignature({ method, url, headers }, "S3RVER");
  if (expected !== claimed) {
    req.resume();
    res.writeHead(403, { "content-type": "application/xml" });
    return void res.end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
  }
  const { hostname, port } = new URL(s3.settings.endpoint);
  const passed = request({ hostname, port, method, path: url, headers });
  const [answer] = await Promise.all([once(passed, "response"), pipeline(req, passed)]);
  res.writeHead(answer[0].statusCode, answer[0].headers);
  answer[0].pipe(res);
});
door.listen(0, "127.0.0.1");
await once(door, "listening");
const endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
afterAll(async () => {
  door.closeAllConnections();
  door.close();
  await s3.stop();
});

const BYTES = Buffer.from("a film");
const ANSWER = { ttlSeconds: 60, contentType: "video/mp4", contentDisposition: "inline" };

// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and
// sigv4-query-string-auth.html: the examples that AWS publishes.
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const SCOPE = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
const HOST = "examplebucket.s3.amazonaws.com";

test("who checks here makes the signatures that AWS publishes", () => {
  const claimed = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
  const ranged = {
    method: "GET",
    url: "/test.txt",
    headers: {
      host: HOST,
      range: "bytes=0-9",
      "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "x-amz-date": "20130524T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=${SCOPE},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${claimed}`,
    },
  };
  expect(readSignature(ranged, SECRET)).toEqual({ claimed, expected: claimed });
  const presigned = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
  const credential = encodeURIComponent(SCOPE);
  const url = `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=${presigned}`;
  const link = { method: "GET", url, headers: { host: HOST } };
  expect(readSignature(link, SECRET)).toEqual({ claimed: presigned, expected: presigned });
});

test("a bucket that checks signatures takes ours for every thing that is done", async () => {
  const storage = createS3Storage({ ...s3.settings, endpoint });
  const key = newStorageKey();
  await storage.putStream(key, Readable.from([BYTES]), BYTES.length);
  expect(await storage.stat(key)).toEqual({ size: BYTES.length });
  expect(await text(await storage.openRange(key, { start: 2, end: 5 }))).toBe("film");
  const url = (await storage.presign?.(key, ANSWER)) ?? "";
  expect(await (await fetch(url)).text()).toBe("a film");
  const forged = url.replace(/(Signature=)./, (_, name) => `${name}x`);
  expect((await fetch(forged)).status).toBe(403);
  await storage.probe();
  const large = Buffer.alloc(9 * 1024 * 1024, 1);
  await storage.putStream(key, Readable.from([large]), large.length);
  expect(await storage.stat(key)).toEqual({ size: large.length });
  await storage.delete(key);
  expect(await storage.stat(key)).toBeNull();
});

test("a wrong secret is refused, told as that and never as a missing object", async () => {
  const storage = createS3Storage({ ...s3.settings, endpoint, secretAccessKey: "S3RVEr" });
  const key = newStorageKey();
  await expect(storage.putStream(key, Readable.from([BYTES]), BYTES.length)).rejects.toThrow("403");
  await expect(storage.stat(key)).rejects.toThrow("403");
  await expect(storage.openRange(key, { start: 0, end: 1 })).rejects.toThrow("403");
  await expect(storage.delete(key)).rejects.toThrow("403");
  await expect(storage.probe()).rejects.toThrow("403");
  expect((await fetch((await storage.presign?.(key, ANSWER)) ?? "")).status).toBe(403);
});
