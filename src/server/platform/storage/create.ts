import { createDiskStorage } from "./disk.ts";
import { createS3Storage } from "./s3.ts";
import type { Storage } from "./storage.ts";

export type StorageSettings = {
  STORAGE_URL: string;
  S3_ENDPOINT: string;
  S3_REGION: string;
  S3_ACCESS_KEY_ID?: string | undefined;
  S3_SECRET_ACCESS_KEY?: string | undefined;
  UPLOADS_DIR?: string | undefined;
};

/**
 * The storage that the configuration names: a folder, or a bucket.
 * @throws a sentence when a bucket's keys are missing.
 */
export function createStorage(settings: StorageSettings): Storage {
  const { STORAGE_URL: url, S3_REGION: region } = settings;
  if (!url.startsWith("s3:")) return createDiskStorage(url);
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (!accessKeyId || !secretAccessKey) {
    throw new Error("STORAGE_URL is a bucket: set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY too.");
  }
  const { S3_ENDPOINT: endpoint } = settings;
  return createS3Storage({
    url,
    endpoint,
    region,
    accessKeyId,
    secretAccessKey,
    incoming: settings.UPLOADS_DIR,
  });
}
