import { expect, test } from "vitest";
import { judgeProblem } from "./judge-problem";
import { isTaken, mediaTypeOf, TAKEN_SENTENCE } from "./media-type";
import { AT_ONCE, nextToStart } from "./next-to-start";
import { MAX_OPEN, preflight } from "./preflight";
import { findFitting } from "./room";
import { measureSpeed, secondsLeft, startSpeed, sumUp } from "./speed";
import { newUpload, type Upload } from "./upload";
import { describeUpload, inWords } from "./upload-words";

const MB = 1_000_000;

function upload(id: string, changes: Partial<Upload> = {}): Upload {
  const facts = { id, filename: `${id}.mp4`, contentType: "video/mp4", size: 10 * MB, turn: 0 };
  return { ...newUpload(facts), ...changes };
}

test("three are sent at once, in the order of their turns", () => {
  const line = ["d", "b", "c", "a", "e"].map((id) => upload(id, { turn: id.charCodeAt(0) }));
  expect(nextToStart(line, 0).ids).toEqual(["a", "b", "c"]);
  const busy = [upload("x", { state: { name: "hashing" } }), ...line];
  expect(nextToStart(busy, 0).ids).toHaveLength(AT_ONCE - 1);
});

test("what failed goes last, and not before its time", () => {
  const line = [upload("failed", { turn: 9, notBefore: 500 }), upload("new", { turn: 3 })];
  expect(nextToStart(line, 100)).toEqual({ ids: ["new"], lookAgainAt: 500 });
  expect(nextToStart(line, 500)).toEqual({ ids: ["new", "failed"], lookAgainAt: null });
});

test("the speed is smoothed, and does not count what was sent before", () => {
  let speed = startSpeed(50 * MB, 0);
  for (let second = 1; second <= 10; second += 1) {
    speed = measureSpeed(speed, (50 + second) * MB, second * 1000);
  }
  expect(speed.bytesPerSecond).toBeCloseTo(MB);
  const stalled = measureSpeed(speed, 60 * MB, 12_500);
  expect(stalled.bytesPerSecond).toBeCloseTo(MB / 2);
  // The server had lost a piece: no negative speed.
  expect(measureSpeed(speed, 1, 13_000).bytesPerSecond).toBeCloseTo(MB);
});

test("nobody knows the time left before something has moved", () => {
  expect(secondsLeft(100, null)).toBeNull();
  expect(secondsLeft(100, 0)).toBeNull();
  expect(secondsLeft(100, 50)).toBe(2);
  expect(secondsLeft(0, null)).toBe(0);
});

test("all together are at 100 % only when each is verified", () => {
  const sent = { sentBytes: 10 * MB, state: { name: "verifying" } } as const;
  const ready = upload("r", { state: { name: "ready", fileId: "f" } });
  const refused = upload("f", { state: { name: "failed", sentence: "", canRetry: false } });
  expect(sumUp([upload("a", sent), ready, refused])).toMatchObject({
    percent: 99,
    open: 1,
    ready: 1,
    failed: 1,
  });
  expect(sumUp([ready]).percent).toBe(100);
  expect(sumUp([refused]).percent).toBe(0);
});

const NOTHING = { retryAfterSeconds: null, sentence: null };

test.each([
  [null, { do: "wait", for: "connection" }],
  [502, { do: "wait", for: "connection" }],
  [503, { do: "wait", for: "connection" }],
  [401, { do: "wait", for: "sign-in" }],
  [404, { do: "again", afterMs: 500 }],
  [409, { do: "again", afterMs: 500 }],
  [410, { do: "again", afterMs: 500 }],
  [423, { do: "again", afterMs: 500 }],
  [500, { do: "again", afterMs: 500 }],
  [507, { do: "make-room" }],
  [403, { do: "give-up", canRetry: true }],
  [413, { do: "give-up", canRetry: false }],
  [415, { do: "give-up", canRetry: false }],
  [460, { do: "give-up", canRetry: true, startsOver: true }],
] as const)("the answer %s leads to %j", (status, verdict) => {
  expect(judgeProblem({ ...NOTHING, status }, 0)).toMatchObject(verdict);
});

test("the server's own time to wait counts, and its own words are shown", () => {
  const busy = { status: 429, retryAfterSeconds: 7, sentence: null };
  expect(judgeProblem(busy, 0)).toEqual({ do: "again", afterMs: 7_000 });
  const refused = { status: 415, retryAfterSeconds: null, sentence: "This file is an archive." };
  expect(judgeProblem(refused, 0)).toMatchObject({ sentence: "This file is an archive." });
});

test.each([null, 401, 409, 500, 503])("after %s again and again, a person is asked", (status) => {
  expect(judgeProblem({ ...NOTHING, status }, 7).do).not.toBe("give-up");
  expect(judgeProblem({ ...NOTHING, status }, 8)).toMatchObject({ do: "give-up", canRetry: true });
});

test("files are refused before the first byte: by kind, size, room and number", () => {
  const video = (size: number) => ({ filename: "a.mp4", size, contentType: "video/mp4" });
  const allowance = { maxFileBytes: 5 * MB, leftBytes: 8 * MB };
  const none = { files: 0, bytes: 0 };
  const refusals = preflight(
    [video(5 * MB), video(5 * MB), video(3 * MB), video(6 * MB), video(0)],
    allowance,
    none,
  );
  expect(refusals).toEqual([
    null,
    "This needs 5.0 MB, and 3.0 MB of your storage are left.",
    null,
    "This is 6.0 MB; a file can have up to 5.0 MB.",
    "This file is empty.",
  ]);
  const zip = { filename: "a.zip", size: 1, contentType: "application/zip" };
  expect(preflight([zip], allowance, none)).toEqual([TAKEN_SENTENCE]);
  const full = { files: MAX_OPEN, bytes: 0 };
  expect(preflight([video(1)], allowance, full)).toEqual([
    `Only ${MAX_OPEN} files can be on their way at once.`,
  ]);
  // The server says what the page cannot know.
  expect(preflight([video(900 * MB)], null, none)).toEqual([null]);
});

test("what waits for room goes on in its order, as far as the room goes", () => {
  const quota = { state: { name: "paused", because: "quota" } } as const;
  const line = [
    upload("late", { ...quota, turn: 3, size: 4 * MB }),
    upload("large", { ...quota, turn: 1, size: 9 * MB }),
    upload("small", { ...quota, turn: 2, size: 5 * MB }),
    upload("begun", { ...quota, turn: 4, size: 50 * MB, sentBytes: MB }),
    upload("offline", { state: { name: "paused", because: "offline" }, turn: 0 }),
  ];
  expect(findFitting(line, 8 * MB)).toEqual(["small", "begun"]);
  expect(findFitting(line, 20 * MB)).toEqual(["large", "small", "late", "begun"]);
});

test.each([
  ["table.csv", "application/vnd.ms-excel", "text/csv"],
  ["code.ts", "video/mp2t", ""],
  ["film.mkv", "", "video/x-matroska"],
  ["clip.webm", "video/webm;codecs=vp9", "video/webm"],
  ["unknown", "", ""],
  ["old.rar", "", "application/octet-stream"],
])("%s, which the browser calls %j, is declared as %j", (name, type, declared) => {
  expect(mediaTypeOf({ name, type })).toBe(declared);
});

test.each([
  ["", true],
  ["image/heic", true],
  ["application/pdf", true],
  ["application/zip", false],
  ["application/octet-stream", false],
])("the type %j is worth a try: %s", (type, isWorth) => {
  expect(isTaken(type)).toBe(isWorth);
});

test("a row says how far, how fast and how long", () => {
  const moving = upload("a", {
    state: { name: "uploading" },
    sentBytes: 4 * MB,
    speed: { bytesPerSecond: 2 * MB, at: 0, bytes: 4 * MB },
  });
  expect(describeUpload(moving)).toBe("4.0 MB of 10.0 MB · 2.0 MB/s · 3 s left");
  const offline = upload("a", { state: { name: "paused", because: "offline" } });
  expect(describeUpload(offline)).toBe("Waiting for the network");
  expect([inWords(0.2), inWords(59.5), inWords(600), inWords(7_200)]).toEqual([
    "1 s",
    "60 s",
    "10 min",
    "2 h",
  ]);
});
