import type { Viewer } from "~/server/accounts/schema";
import type { Database } from "~/server/platform/db";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import type { Parts } from "./parts";

export type SweepContext = { db: Database; storage: Storage; log: Logger };

/** What one request about an upload has at hand. */
export type UploadContext = SweepContext & { parts: Parts; viewer: Viewer; now: () => Date };
