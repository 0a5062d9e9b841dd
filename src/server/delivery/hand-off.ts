import type { Storage } from "~/server/platform/storage/storage";
import type { FileAnswer } from "./answer";
import type { RequestHeaders } from "./preconditions";

/** Who sends the bytes of a GET that we have allowed, instead of us. */
export type HandOff =
  | {
      kind: "proxy";
      /** A location of the proxy that nobody can ask for from outside, e.g. `/t2m-storage/`. */
      location: string;
    }
  | { kind: "bucket"; presign: NonNullable<Storage["presign"]> };

export type HandOffSettings = {
  ACCEL_REDIRECT?: string | undefined;
  REDIRECT_TO_STORAGE?: "1" | undefined;
};

/** A presigned URL cannot be taken back; a transfer that it has begun goes on after it. */
const MAX_PRESIGNED_SECONDS = 900;
/** Of opaque names only; anything else could lead a proxy out of the storage. */
const KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;

/**
 * @returns null when T2M sends the bytes itself.
 * @throws a sentence when the storage cannot do what the settings ask for.
 */
export function createHandOff(settings: HandOffSettings, storage: Storage): HandOff | null {
  const { ACCEL_REDIRECT: location, REDIRECT_TO_STORAGE: toStorage } = settings;
  if (location && toStorage) {
    throw new Error("Set ACCEL_REDIRECT or REDIRECT_TO_STORAGE, not both.");
  }
  if (location) {
    if (!storage.openLocal) {
      throw new Error("ACCEL_REDIRECT needs a folder as STORAGE_URL: nginx reads the files there.");
    }
    return { kind: "proxy", location };
  }
  if (!toStorage) return null;
  const { presign } = storage;
  if (!presign) throw new Error("REDIRECT_TO_STORAGE needs a bucket as STORAGE_URL.");
  return { kind: "bucket", presign };
}

type Allowed = {
  storageKey: string;
  contentType: string;
  contentDisposition: string;
  remainingSeconds: number;
  headers: RequestHeaders;
};

/** @returns the answer for the one who sends the bytes, or ours where only we can send them right. */
export async function handOff(
  to: HandOff,
  answer: FileAnswer,
  { storageKey, remainingSeconds, headers, ...told }: Allowed,
): Promise<FileAnswer> {
  if (!KEY.test(storageKey)) throw new Error("This storage key is not opaque.");
  if (to.kind === "proxy") {
    // nginx says these itself, for what it sends.
    const {
      "Content-Length": _,
      "Content-Range": __,
      "Accept-Ranges": ___,
      ...known
    } = answer.headers;
    // nginx would compare these with its own file's time and tag, and answer 412.
    if (headers.get("if-match") !== null || headers.get("if-unmodified-since") !== null) {
      return answer;
    }
    return {
      status: 200,
      headers: {
        ...known,
        "Content-Type": told.contentType,
        "X-Accel-Redirect": `${to.location}${storageKey}`,
      },
      body: null,
    };
  }
  if (mustStayHere(told.contentType, headers.get("sec-fetch-mode"))) return answer;
  const ttlSeconds = Math.min(remainingSeconds, MAX_PRESIGNED_SECONDS);
  return {
    status: 307,
    headers: {
      Location: await to.presign(storageKey, { ttlSeconds, ...told }),
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "Content-Length": "0",
    },
    body: null,
  };
}

/** A script's `fetch` and text tracks may not be sent to another origin; tags and downloads may. */
function mustStayHere(contentType: string, fetchMode: string | null): boolean {
  return contentType === "text/vtt" || fetchMode === "cors" || fetchMode === "same-origin";
}
