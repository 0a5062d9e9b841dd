import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { S3mini, S3ServiceError } from "s3mini";
import { exactly } from "./exactly.ts";
import { requireStorageKey } from "./key.ts";
import { requireRange } from "./range.ts";
import type { Storage } from "./storage.ts";

export type S3Settings = {
  /** `s3://bucket/prefix` */
  url: string;
  /** The service, without the bucket, e.g. https://s3.eu-central-1.amazonaws.com */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** A folder of this machine for what is still coming in; one below the temporary folder when left out. */
  incoming?: string | undefined;
};

/** A file of this size or less goes in one request; more goes in parts of it, four at a time. */
const PART_BYTES = 8 * 1024 * 1024;
const TYPE = "application/octet-stream";

/** Objects in a bucket of any service that speaks S3. What a put left unfinished is never visible. */
export function createS3Storage(settings: S3Settings): Storage {
  const { hostname: bucket, pathname } = new URL(settings.url);
  const prefix = pathname.replace(/^\/+|\/+$/g, "");
  const s3 = new S3mini({
    endpoint: new URL(bucket, withSlash(settings.endpoint)).href,
    region: settings.region,
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    minPartSize: PART_BYTES,
  });

  function nameOf(key: string): string {
    return [prefix, requireStorageKey(key)].filter(Boolean).join("/");
  }

  async function put(name: string, data: Blob | ReadableStream, size: number) {
    const body = data as Blob;
    await s3.putAnyObject(name, body, TYPE, undefined, undefined, size);
    return { size };
  }

  return {
    async putFile(key, path) {
      const name = nameOf(key);
      const { size } = await stat(path);
      return put(name, await openAsBlob(path), size);
    },

    // Of this user alone: another one's folder of that name cannot be written to.
    incoming: settings.incoming ?? join(tmpdir(), `t2m-incoming-${userInfo().uid}`),

    async adopt(key, path) {
      const stored = await this.putFile(key, path);
      await rm(path);
      return stored;
    },

    async putStream(key, source, size) {
      const name = nameOf(key);
      const counted = source.compose(exactly(size)) as Readable;
      if (size <= PART_BYTES) {
        const bytes = await new Response(Readable.toWeb(counted) as BodyInit).blob();
        return put(name, bytes, size);
      }
      return put(name, Readable.toWeb(counted), size);
    },

    async openRange(key, { start, end }) {
      const name = nameOf(key);
      requireRange({ start, end });
      // Its end is exclusive.
      const { body, status } = await s3.getObjectRaw(name, false, start, end + 1);
      if (!body || status !== 206) throw new Error(`The storage answered ${status} for a range.`);
      return Readable.fromWeb(body as ReadableStream);
    },

    async stat(key) {
      const name = nameOf(key);
      try {
        return { size: await s3.getContentLength(name) };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async delete(key) {
      await s3.deleteObject(nameOf(key));
    },

    async probe() {
      const key = `probe/${randomUUID()}`;
      const name = nameOf(key);
      await s3.putObject(name, key);
      try {
        if ((await s3.getObject(name)) !== key)
          throw new Error("The storage lost what was written.");
      } finally {
        await s3.deleteObject(name);
      }
    },

    presign(key, { ttlSeconds, contentType, contentDisposition }) {
      return s3.getPresignedUrl("GET", nameOf(key), ttlSeconds, {
        "response-content-type": contentType,
        "response-content-disposition": contentDisposition,
      });
    },
  };
}

function withSlash(endpoint: string): string {
  return endpoint.endsWith("/") ? endpoint : `${endpoint}/`;
}

function isMissing(error: unknown): boolean {
  const cause = error instanceof Error && error.cause;
  return cause instanceof S3ServiceError && cause.status === 404;
}
