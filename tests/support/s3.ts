import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

type S3rver = { run(): Promise<AddressInfo>; close(): Promise<void> };

const require = createRequire(import.meta.url);
const Server = require("s3rver") as new (options: Record<string, unknown>) => S3rver;

/** A server that speaks S3, with one bucket, on a folder of its own; somebody else's, not ours. */
export async function startS3() {
  const directory = await mkdtemp(path.join(tmpdir(), "t2m-s3-"));
  const server = new Server({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: "films" }],
  });
  const { port } = await server.run();
  return {
    settings: {
      url: "s3://films/t2m",
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
