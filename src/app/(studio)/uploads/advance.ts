import { largerPiece, smallerPiece } from "./piece-size";
import { measureSpeed, startSpeed } from "./speed";
import type { PauseReason, Upload, UploadState } from "./upload";

/** What can happen to an upload. Times are milliseconds since 1970. */
export type UploadEvent =
  | { type: "started"; at: number }
  | { type: "hashed"; bytes: number }
  | { type: "named"; sha256: string; at: number }
  | { type: "twin-found"; filename: string }
  | { type: "twin-allowed" }
  | { type: "sent"; bytes: number; at: number }
  /** The server has a piece more. */
  | { type: "accepted" }
  | { type: "stored"; fileId: string }
  | { type: "paused"; because: PauseReason }
  | { type: "resumed"; notBefore: number }
  /** A problem that passes: again, but not before `notBefore`, and behind those that go well. */
  | { type: "put-off"; notBefore: number; turn: number }
  | { type: "failed"; sentence: string; canRetry: boolean }
  | { type: "retried"; turn: number }
  | { type: "kept" };

type Name = UploadState["name"];

/** Which states an event makes sense in; in any other it came too late and changes nothing. */
const FROM: Record<UploadEvent["type"], readonly Name[]> = {
  started: ["waiting"],
  hashed: ["hashing"],
  named: ["hashing"],
  "twin-found": ["hashing", "uploading"],
  "twin-allowed": ["twin"],
  sent: ["uploading", "verifying"],
  accepted: ["uploading", "verifying"],
  stored: ["uploading", "verifying"],
  paused: ["waiting", "hashing", "uploading", "verifying"],
  resumed: ["paused"],
  "put-off": ["hashing", "uploading", "verifying"],
  failed: ["waiting", "hashing", "uploading", "verifying"],
  retried: ["failed"],
  kept: ["waiting", "hashing", "twin", "uploading", "verifying", "paused", "failed"],
};

/** One upload after an event. */
export function advance(upload: Upload, event: UploadEvent): Upload {
  return FROM[event.type].includes(upload.state.name) ? change(upload, event) : upload;
}

function change(upload: Upload, event: UploadEvent): Upload {
  const to = (state: UploadState, more: Partial<Upload> = {}) => ({ ...upload, ...more, state });
  switch (event.type) {
    case "started":
      return upload.sha256 === null
        ? to({ name: "hashing" }, { hashedBytes: 0 })
        : to({ name: "uploading" }, { speed: startSpeed(upload.sentBytes, event.at) });
    case "hashed":
      return { ...upload, hashedBytes: event.bytes };
    case "named":
      return to(
        { name: "uploading" },
        { sha256: event.sha256, speed: startSpeed(upload.sentBytes, event.at) },
      );
    case "twin-found":
      return to({ name: "twin", filename: event.filename });
    case "twin-allowed":
      return to({ name: "waiting" }, { allowsTwin: true });
    case "sent":
      return to(
        { name: event.bytes >= upload.size ? "verifying" : "uploading" },
        {
          sentBytes: event.bytes,
          speed: measureSpeed(upload.speed, event.bytes, event.at),
        },
      );
    case "accepted":
      return { ...upload, failures: 0, pieceBytes: largerPiece(upload.pieceBytes) };
    case "stored":
      return to({ name: "ready", fileId: event.fileId }, { sentBytes: upload.size });
    case "paused":
      return to({ name: "paused", because: event.because });
    case "resumed":
      return to({ name: "waiting" }, { notBefore: event.notBefore });
    case "put-off":
      return to(
        { name: "waiting" },
        {
          notBefore: event.notBefore,
          turn: event.turn,
          failures: upload.failures + 1,
          pieceBytes: smallerPiece(upload.pieceBytes),
        },
      );
    case "failed":
      return to({ name: "failed", sentence: event.sentence, canRetry: event.canRetry });
    case "retried":
      if (upload.state.name === "failed" && !upload.state.canRetry) return upload;
      return to({ name: "waiting" }, { turn: event.turn, notBefore: 0, failures: 0 });
    case "kept":
      return { ...upload, isKept: true };
  }
}
