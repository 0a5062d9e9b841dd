import { FIRST_PIECE_BYTES } from "./piece-size";

/** Why an upload stands still. Only "person" waits for somebody; the others end by themselves. */
export type PauseReason = "person" | "quota" | "offline" | "server" | "sign-in";

export type UploadState =
  | { name: "waiting" }
  | { name: "hashing" }
  /** The same bytes are here already, as a file of this name. */
  | { name: "twin"; filename: string }
  | { name: "uploading" }
  /** Every byte is sent; the server compares them with what was declared. */
  | { name: "verifying" }
  | { name: "paused"; because: PauseReason }
  | { name: "failed"; sentence: string; canRetry: boolean }
  | { name: "ready"; fileId: string };

export type Upload = {
  id: string;
  filename: string;
  /** As declared to the server; empty where only the bytes can tell. */
  contentType: string;
  /** Bytes. */
  size: number;
  hashedBytes: number;
  sentBytes: number;
  /** Lower-case hex, once the file has been read. */
  sha256: string | null;
  state: UploadState;
  /** Its place in the line; what has failed goes behind all others. */
  turn: number;
  /** Not before this time, in milliseconds since 1970. */
  notBefore: number;
  /** Problems in a row without a byte that got through. */
  failures: number;
  /** How large the pieces are that it is sent in: smaller on a line that breaks; bytes. */
  pieceBytes: number;
  /** The browser holds a copy of the file: a reload goes on with it. */
  isKept: boolean;
  /** Wanted although the same bytes are here already. */
  allowsTwin: boolean;
  speed: Speed;
};

/** How fast something grows, smoothed; null until it is known. */
export type Speed = {
  bytesPerSecond: number | null;
  /** The last measurement, in milliseconds since 1970. */
  at: number;
  bytes: number;
};

export type NewUpload = Pick<Upload, "id" | "filename" | "contentType" | "size" | "turn">;

export function newUpload(facts: NewUpload): Upload {
  return {
    ...facts,
    hashedBytes: 0,
    sentBytes: 0,
    sha256: null,
    state: { name: "waiting" },
    notBefore: 0,
    failures: 0,
    pieceBytes: FIRST_PIECE_BYTES,
    isKept: false,
    allowsTwin: false,
    speed: { bytesPerSecond: null, at: 0, bytes: 0 },
  };
}
