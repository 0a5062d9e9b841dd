import { expect, test } from "vitest";
import { advance, type UploadEvent } from "./advance";
import { newUpload, type Upload } from "./upload";

const FRESH = newUpload({
  id: "a",
  filename: "a.mp4",
  contentType: "video/mp4",
  size: 100,
  turn: 1,
});
const SHA = "0".repeat(64);

const after = (events: UploadEvent[], upload: Upload = FRESH) => events.reduce(advance, upload);
const UPLOADING: UploadEvent[] = [
  { type: "started", at: 0 },
  { type: "named", sha256: SHA, at: 0 },
];

test("a file is read, sent, verified, and ready", () => {
  const names = [
    ...UPLOADING,
    { type: "sent", bytes: 60, at: 1_000 },
    { type: "sent", bytes: 100, at: 2_000 },
    { type: "stored", fileId: "f" },
  ] satisfies UploadEvent[];
  let upload = FRESH;
  const seen = names.map((event) => {
    upload = advance(upload, event);
    return upload.state.name;
  });
  expect(seen).toEqual(["hashing", "uploading", "uploading", "verifying", "ready"]);
  expect(upload.state).toEqual({ name: "ready", fileId: "f" });
});

test("a file whose sum is known is not read a second time", () => {
  const upload = after([...UPLOADING, { type: "paused", because: "person" }]);
  const again = after(
    [
      { type: "resumed", notBefore: 0 },
      { type: "started", at: 9 },
    ],
    upload,
  );
  expect(again.state.name).toBe("uploading");
});

test("what comes after a pause changes nothing", () => {
  const paused = after([...UPLOADING, { type: "paused", because: "person" }]);
  for (const late of [
    { type: "sent", bytes: 50, at: 1 },
    { type: "stored", fileId: "f" },
    { type: "failed", sentence: "No.", canRetry: true },
  ] satisfies UploadEvent[]) {
    expect(advance(paused, late)).toBe(paused);
  }
});

test("a ready file stays ready", () => {
  const ready = after([...UPLOADING, { type: "stored", fileId: "f" }]);
  for (const type of ["started", "sent", "paused", "put-off", "retried"] as const) {
    expect(advance(ready, { type } as UploadEvent)).toBe(ready);
  }
});

test("problems count until a piece gets through", () => {
  const putOff: UploadEvent = { type: "put-off", notBefore: 5, turn: 7 };
  const troubled = after([...UPLOADING, putOff, { type: "started", at: 5 }, putOff]);
  expect(troubled).toMatchObject({ failures: 2, notBefore: 5, turn: 7 });
  const going = after([{ type: "started", at: 6 }, { type: "accepted" }], troubled);
  expect(going.failures).toBe(0);
});

test("only what can be tried again is", () => {
  const fail = (canRetry: boolean) => after([{ type: "failed", sentence: "No.", canRetry }]);
  expect(advance(fail(false), { type: "retried", turn: 9 }).state.name).toBe("failed");
  expect(advance(fail(true), { type: "retried", turn: 9 })).toMatchObject({
    state: { name: "waiting" },
    turn: 9,
  });
});
