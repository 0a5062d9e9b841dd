import type { HashOptions } from "./hash-file";
import type { HeldFilesOptions } from "./held-files";
import type { Allowance } from "./preflight";
import type { Sending, SendRequest } from "./send-file";
import type { Upload } from "./upload";

type Health = {
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => { health: string; isSuspect: boolean };
  suspect: () => void;
};

export type UploadEngineOptions = HeldFilesOptions & {
  hash: (file: Blob, options: HashOptions) => Promise<string>;
  send: (request: SendRequest) => Sending;
  /** Ends a begun upload on the server. */
  discard: (fingerprint: string) => Promise<void>;
  /** What is left to this person, or null when nobody can say. */
  findAllowance: () => Promise<Allowance | null>;
  /** The name of a file with the same bytes, or null. */
  findTwin: (sha256: string) => Promise<string | null>;
  health: Health;
  /** Renews the sign-in where that helps; rejects when it does not. */
  checkSession: () => Promise<unknown>;
  /** Bytes are moving; the returned function says that they no longer are. */
  reportBusy: () => () => void;
  onStored: (upload: Upload) => void;
  now: () => number;
  schedule: (delayMs: number, run: () => void) => () => void;
  newId: () => string;
};
