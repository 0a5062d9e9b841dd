import { type DetailedError, type HttpResponse, Upload, type UploadOptions } from "tus-js-client";
import { STATUS_HEADER, UPLOAD_PATH } from "~/server/uploads/schema";
import type { UploadProblem } from "./judge-problem";

export type SendRequest = {
  file: File;
  filename: string;
  /** Empty where only the bytes can tell. */
  contentType: string;
  sha256: string;
  /** By it a begun upload is found again, after a reload or when the same bytes are dropped again. */
  fingerprint: string;
  /** Sent at once, at most; bytes. */
  pieceBytes: number;
  onSent: (bytes: number) => void;
  /** A piece has arrived. */
  onAccepted: () => void;
  onStored: (fileId: string) => void;
  onProblem: (problem: UploadProblem) => void;
};

export type Sending = {
  /** What has arrived stays on the server; no handler is called any more. */
  stop: () => void;
};

/** The parts of tus-js-client that are another matter outside of a browser. */
export type TusEnvironment = Pick<
  UploadOptions,
  "endpoint" | "urlStorage" | "httpStack" | "headers"
>;

const IN_THE_BROWSER: TusEnvironment = { endpoint: UPLOAD_PATH };

/** An answer that tells nothing about whether the upload is still there. */
class Unanswered extends Error {
  constructor(readonly response: HttpResponse) {
    super("no answer about the upload");
  }
}

/**
 * Sends a file by tus 1.0 in pieces, from where the server stands. Trying again is the caller's.
 * @see https://tus.io/protocols/resumable-upload
 */
export function sendFile(request: SendRequest, environment = IN_THE_BROWSER): Sending {
  const { file, filename, contentType, sha256 } = request;
  let isStopped = false;
  const upload = new Upload(file, {
    ...environment,
    chunkSize: request.pieceBytes,
    retryDelays: null,
    removeFingerprintOnSuccess: true,
    fingerprint: async () => request.fingerprint,
    metadata: { filename, sha256, ...(contentType ? { filetype: contentType } : {}) },
    onProgress: (bytes) => {
      if (!isStopped) request.onSent(bytes);
    },
    onChunkComplete: () => {
      if (!isStopped) request.onAccepted();
    },
    // tus-js-client takes any refusal of HEAD for "gone" and starts over; only 404 and 410 mean that.
    onAfterResponse(req, response) {
      const status = response.getStatus();
      const isGone = status === 404 || status === 410;
      if (req.getMethod() === "HEAD" && status >= 400 && !isGone) throw new Unanswered(response);
    },
    onSuccess({ lastResponse }) {
      if (isStopped) return;
      const status = lastResponse.getHeader(STATUS_HEADER);
      const fileId = upload.url?.split("/").at(-1)?.split("?", 1)[0] ?? "";
      if (status === "PENDING") request.onProblem({ ...NO_WORDS, status: 409 });
      else if (status === "FAILED") request.onProblem({ ...NO_WORDS, status: 460 });
      else request.onStored(fileId);
    },
    onError(error) {
      if (!isStopped) request.onProblem(toProblem(error));
    },
  });
  void upload.findPreviousUploads().then(([previous]) => {
    if (isStopped) return;
    if (previous) upload.resumeFromPreviousUpload(previous);
    upload.start();
  });
  return {
    stop() {
      isStopped = true;
      void upload.abort(false);
    },
  };
}

/** Ends a begun upload on the server, if there is one, and forgets it here. */
export async function discardUpload(
  fingerprint: string,
  environment = IN_THE_BROWSER,
): Promise<void> {
  const upload = new Upload(new Blob([]), {
    ...environment,
    retryDelays: null,
    fingerprint: async () => fingerprint,
  });
  for (const previous of await upload.findPreviousUploads()) {
    upload.resumeFromPreviousUpload(previous);
    await upload.abort(true);
  }
}

const NO_WORDS = { retryAfterSeconds: null, sentence: null };

function toProblem(error: Error | DetailedError): UploadProblem {
  const { originalResponse, causingError } = error as Partial<DetailedError>;
  const response = causingError instanceof Unanswered ? causingError.response : originalResponse;
  if (!response) return { ...NO_WORDS, status: null };
  const seconds = Number(response.getHeader("Retry-After") ?? Number.NaN);
  return {
    status: response.getStatus() || null,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
    sentence: readSentence(response.getBody()),
  };
}

/** The API says `{ message }` or `{ error: { message } }`; what a proxy says is a page and for nobody. */
function readSentence(body: string | undefined): string | null {
  try {
    const { message, error } = JSON.parse(body ?? "");
    const sentence = message ?? error?.message ?? error;
    return typeof sentence === "string" && sentence.length <= 300 ? sentence : null;
  } catch {
    return null;
  }
}
