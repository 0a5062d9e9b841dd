import { type Locker, type RequestRelease, Server } from "@tus/server";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { AppError, ERRORS, type ErrorCode } from "~/server/errors";
import type { Claims } from "~/server/platform/claims";
import { Id } from "~/server/schema";
import type { UploadContext } from "./context";
import type { createLocks } from "./locks";
import { readUntil } from "./read-until";
import { reserve } from "./reserve";
import { Announcement, FILE_ID_HEADER, STATUS_HEADER, UPLOAD_PATH } from "./schema";
import { createTusStore } from "./tus-store";

type LockingContext = { locks: ReturnType<typeof createLocks>; claims: Claims };
type Metadata = Record<string, string | null>;

/**
 * One request of tus 1.0 (https://tus.io/protocols/resumable-upload): `@tus/server` speaks it, over the
 * viewer's own uploads. The bytes go past it: its way through web streams takes twice the processor time.
 * @param request - without its body.
 * @throws AppError for every refusal.
 */
export async function answerTus(
  ctx: UploadContext & LockingContext,
  request: Request,
  body: AsyncIterable<Uint8Array> | null,
): Promise<Response> {
  let failure: unknown;
  const replaced = new AbortController();
  const bytes = readUntil(replaced.signal, body);
  const { maxFileBytes } = ENTITLEMENTS[ctx.viewer.tier];
  const server = new Server({
    path: UPLOAD_PATH,
    relativeLocation: true,
    datastore: createTusStore(ctx, bytes),
    // A vanished client's request ends at once when the client comes back.
    locker: lockerOf(ctx, () => replaced.abort()),
    lockDrainTimeout: 1,
    maxSize: maxFileBytes,
    allowedOrigins: () => false,
    getFileIdFromRequest: (_request, last) => Id.safeParse(last).data,
    namingFunction: async (_request, metadata) => (await announce(ctx, request, metadata)).id,
    onResponseError(_request, error) {
      failure = error;
      return undefined;
    },
  });
  const { url, method, headers } = request;
  const response = await server.handleWeb(new Request(url, { method, headers }));
  if (failure !== undefined) throw toRefusal(failure);
  if (!response.ok) throw refuse(response.status, await response.text());
  return told(response, request);
}

function lockerOf({ locks, claims }: LockingContext, onReplaced: () => void): Locker {
  return {
    newLock(id) {
      const { lock, unlock } = locks.newLock(id, claims);
      const release = (cancel: RequestRelease) => () => {
        onReplaced();
        void cancel();
      };
      return { lock: (signal, cancel) => lock(signal, release(cancel)), unlock };
    },
  };
}

async function announce(ctx: UploadContext, request: Request, metadata: Metadata = {}) {
  const said = Announcement.safeParse({
    filename: metadata["filename"] ?? metadata["name"],
    declaredType: metadata["filetype"] ?? metadata["type"],
    declaredSha256: metadata["sha256"],
    size: Number(request.headers.get("upload-length")),
  });
  if (said.success) return reserve(ctx, said.data);
  throw new AppError("BAD_REQUEST", said.error.issues[0]?.message ?? "This is no file.");
}

/** Says what became of the file, which tus itself does not. */
function told(response: Response, request: Request): Response {
  const { headers } = response;
  const location = headers.get("location") ?? new URL(request.url).pathname;
  const id = Id.safeParse(location.split("/").at(-1)).data;
  if (request.method === "DELETE" || id === undefined) return response;
  const whole = headers.get("upload-length") ?? request.headers.get("upload-length");
  headers.set(FILE_ID_HEADER, id);
  headers.set(STATUS_HEADER, isFinished(headers, whole) ? "READY" : "PENDING");
  return response;
}

/** An unfinished upload's answer says when it expires, but for HEAD's, which says how long it is. */
function isFinished(headers: Headers, length: string | null): boolean {
  if (headers.has("upload-expires")) return false;
  return length === null || headers.get("upload-offset") === length || length === "0";
}

/** @returns the error itself when it is none of `@tus/server`'s refusals. */
function toRefusal(error: unknown): unknown {
  if (error instanceof AppError || typeof error !== "object" || error === null) return error;
  const { status_code, body } = error as { status_code?: number; body?: string };
  return status_code === undefined ? error : refuse(status_code, body ?? "");
}

const CODES: Partial<Record<number, ErrorCode>> = Object.fromEntries(
  Object.entries(ERRORS).map(([code, status]) => [status, code as ErrorCode]),
);

function refuse(status: number, sentence: string): AppError {
  if (status === 423) return new AppError("CONFLICT", sentence, { retryAfterSeconds: 1 });
  return new AppError(CODES[status] ?? "BAD_REQUEST", sentence.trim());
}
