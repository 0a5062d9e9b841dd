import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "~/server/accounts/schema";
import { createCaller } from "~/server/api/root";
import { parseSignedQuery } from "~/server/delivery/signed-url";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import { CreateShareInput } from "./schema";

const START = new Date("2026-11-24T12:00:00.000Z");
const NEUTRAL =
  "There is nothing behind this link. It may be incomplete, or somebody has taken it back.";

let stack: TestStack;
let owner: Viewer;
let videoId: string;
let time = START.getTime();
let addresses = 0;

beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());
beforeEach(async () => {
  time = START.getTime();
  owner = await stack.createViewer({ name: "Ada", tier: "premium" });
  videoId = await addVideo(owner.id);
});

function pass(seconds: number) {
  time += seconds * 1000;
}

/** Each caller comes from an address of its own, so that no test uses up another's allowance. */
function by(viewer: Viewer | null, clientAddress = newAddress()) {
  return createCaller({ ...stack.as(viewer), clientAddress, now: () => new Date(time) }).shares;
}

function newAddress(): string {
  addresses += 1;
  return `198.51.${addresses >> 8}.${addresses & 255}`;
}

async function addVideo(ownerId: string): Promise<string> {
  const { db } = stack.adapters;
  const addFile = (
    kind: "video" | "poster" | "sprite" | "captions",
    sourceId: string | null = null,
  ) =>
    db.file.create({
      data: {
        ownerId,
        kind,
        sourceId,
        filename: "film.mp4",
        contentType: "video/mp4",
        size: 10,
        status: "READY",
        storageKey: randomUUID(),
      },
    });
  const [film, poster] = [await addFile("video"), await addFile("poster")];
  await addFile("sprite", film.id);
  await addFile("captions", film.id);
  const video = await db.video.create({
    data: {
      ownerId,
      prompt: "A lighthouse in a storm",
      recipe: {},
      fileId: film.id,
      posterFileId: poster.id,
      durationSeconds: 10,
      width: 1280,
      height: 720,
    },
  });
  return video.id;
}

async function share(options: Partial<CreateShareInput> = {}) {
  const made = await by(owner).create({ videoId, ...options });
  return { ...made, token: made.url.split("/s/")[1] ?? "" };
}

async function viewsOf(shareId: string) {
  const { items } = await by(owner).list({ videoId });
  return items.find(({ id }) => id === shareId)?.views;
}

const secondsOf = ({ url }: { url: string }) =>
  (parseSignedQuery(new URL(url).search)?.expires ?? 0) - time / 1000;

describe("shares.create", () => {
  test("makes a link for seven days whose token is kept nowhere", async () => {
    const made = await share();
    expect(made.url).toMatch(/^http:\/\/localhost:3000\/s\/[A-Za-z0-9_-]{43}$/);
    expect(made).toMatchObject({
      expiresAt: "2026-12-01T12:00:00.000Z",
      hasPassphrase: false,
      maxViews: null,
      views: 0,
    });
    const row = await stack.adapters.db.share.findUniqueOrThrow({ where: { id: made.id } });
    expect(JSON.stringify(row)).not.toContain(made.token);
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await by(owner).list({}))).not.toContain(made.token);
  });

  test("keeps a passphrase only as a salted hash", async () => {
    const rows = await Promise.all(
      [await share({ passphrase: "open sesame" }), await share({ passphrase: "open sesame" })].map(
        ({ id }) => stack.adapters.db.share.findUniqueOrThrow({ where: { id } }),
      ),
    );
    const [first, second] = rows.map(({ passphraseHash }) => passphraseHash);
    expect(first).toMatch(/^scrypt\.v1\$/);
    expect(first).not.toContain("sesame");
    expect(first).not.toBe(second);
  });

  test("is for one's own video, once it is made", async () => {
    const stranger = await stack.createViewer();
    await expect(by(stranger).create({ videoId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await stack.adapters.db.video.update({ where: { id: videoId }, data: { fileId: null } });
    await expect(by(owner).create({ videoId })).rejects.toMatchObject({ code: "CONFLICT" });
    const deletedAt = new Date();
    await stack.adapters.db.video.update({ where: { id: videoId }, data: { deletedAt } });
    await expect(by(owner).create({ videoId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test.each([
    [{ expiresIn: 3599 }, "A link can live from one hour to 90 days."],
    [{ expiresIn: 90 * 86_400 + 1 }, "A link can live from one hour to 90 days."],
    [{ maxViews: 0 }, "A link can be watched from once to 100,000 times."],
    [{ passphrase: "12345" }, "A passphrase has at least 6 characters."],
    [{ passphrase: "x".repeat(201) }, "A passphrase can have at most 200 characters."],
  ])("%j is answered with a sentence", (part, sentence) => {
    const { error } = CreateShareInput.safeParse({ videoId: randomUUID(), ...part });
    expect(error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });
});

describe("shares.open", () => {
  test("lets somebody without an account watch, with URLs of five minutes", async () => {
    const { token, expiresAt } = await share();
    const opened = await by(null).open({ token });
    expect(opened).toMatchObject({
      title: "A lighthouse in a storm",
      makerName: "Ada",
      duration: 10,
      width: 1280,
      height: 720,
      expiresAt,
    });
    expect(opened.urls.download).toBeNull();
    expect(secondsOf(opened.urls.video)).toBe(300);
    expect(opened.urls.poster && secondsOf(opened.urls.poster)).toBe(300);
    expect(opened.urls.sprite && secondsOf(opened.urls.sprite)).toBe(300);
    expect(opened.urls.captions && secondsOf(opened.urls.captions)).toBe(300);
    expect(opened.urls.captions?.url).not.toBe(opened.urls.sprite?.url);
    expect(opened.sprite).toMatchObject({ columns: 10, rows: 1, tileWidth: 160, seconds: 1 });
    expect(JSON.stringify(opened)).not.toContain(owner.id);
    expect(JSON.stringify(opened)).not.toContain(owner.email);
  });

  test("gives a download only where that is allowed", async () => {
    const { token } = await share({ allowsDownload: true });
    const { urls } = await by(null).open({ token });
    expect(urls.download?.url).toMatch(/&download=1$/);
  });

  test("signs nothing that outlives the link, which ends to the second", async () => {
    const { token } = await share({ expiresIn: 3600 });
    pass(3599);
    const { urls } = await by(null).open({ token });
    expect(secondsOf(urls.video)).toBe(1);
    pass(1);
    await expect(by(null).open({ token })).rejects.toMatchObject({
      cause: { code: "GONE" },
      message: "This link ended on November 24, 2026. Ask whoever sent it for a new one.",
    });
  });

  test("counts a viewing once, however often its URLs are renewed, and a second one again", async () => {
    const { id, token } = await share();
    const { viewing } = await by(null).open({ token });
    for (let renewal = 0; renewal < 5; renewal += 1) {
      pass(300);
      const again = await by(null).open({ token, viewing });
      expect(secondsOf(again.urls.video)).toBe(300);
      expect(again.viewing).toBe(viewing);
    }
    expect(await viewsOf(id)).toBe(1);
    await by(null).open({ token });
    expect(await viewsOf(id)).toBe(2);
  });

  test("counts anew after four hours, and whatever is no viewing of this link", async () => {
    const [one, other] = [await share(), await share()];
    const { viewing } = await by(null).open({ token: one.token });
    await by(null).open({ token: other.token, viewing });
    const forged = viewing.replace(/^[0-9]+/, (ends) => String(Number(ends) + 1));
    await by(null).open({ token: one.token, viewing: forged });
    await by(null).open({ token: one.token, viewing: "nothing" });
    expect([await viewsOf(one.id), await viewsOf(other.id)]).toEqual([3, 1]);
    pass(4 * 3600);
    await by(null).open({ token: one.token, viewing });
    expect(await viewsOf(one.id)).toBe(4);
  });

  test("lets exactly as many in as it may, also when they come at once", async () => {
    const { id, token } = await share({ maxViews: 3 });
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, () => by(null).open({ token })),
    );
    const opened = answers.flatMap((it) => (it.status === "fulfilled" ? [it.value] : []));
    const refused = answers.flatMap((it) =>
      it.status === "rejected" ? [it.reason.cause.code] : [],
    );
    expect(opened).toHaveLength(3);
    expect(new Set(refused)).toEqual(new Set(["GONE"]));
    expect(await viewsOf(id)).toBe(3);
    const [first] = opened;
    if (!first) throw new Error("Somebody was let in.");
    await by(null).open({ token, viewing: first.viewing });
    expect(await viewsOf(id)).toBe(3);
  });

  test("asks for the passphrase, gives nothing without it, and counts only who has it", async () => {
    const { id, token } = await share({ passphrase: "Öffne dich" });
    const refused = { code: "FORBIDDEN" };
    await expect(by(null).open({ token })).rejects.toMatchObject(refused);
    await expect(by(null).open({ token, passphrase: "" })).rejects.toMatchObject(refused);
    await expect(by(null).open({ token, passphrase: "öffne dich" })).rejects.toMatchObject(refused);
    expect(await viewsOf(id)).toBe(0);
    const opened = await by(null).open({ token, passphrase: " O\u0308ffne dich " });
    expect(opened.title).toBe("A lighthouse in a storm");
    await by(null).open({ token, viewing: opened.viewing });
    expect(await viewsOf(id)).toBe(1);
  });

  test("takes ten tries in ten minutes from one address for one link, the right one too", async () => {
    const [one, other] = [
      await share({ passphrase: "open sesame" }),
      await share({ passphrase: "open sesame" }),
    ];
    const guesser = by(null, "192.0.2.99");
    const guesses = await Promise.allSettled(
      Array.from({ length: 10 }, (_, guess) =>
        guesser.open({ token: one.token, passphrase: `sesame ${guess}` }),
      ),
    );
    const codes = guesses.map((it) => it.status === "rejected" && it.reason.code);
    expect(codes).toEqual(Array.from({ length: 10 }, () => "FORBIDDEN"));
    const passphrase = "open sesame";
    await expect(guesser.open({ token: one.token, passphrase })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: expect.stringMatching(/^You can try 10 passphrases in ten minutes\./),
    });
    await guesser.open({ token: other.token, passphrase });
    await by(null).open({ token: one.token, passphrase });
  }, 60_000);
});

describe("what is no link any more", () => {
  const whyNot: [string, (made: { id: string }) => Promise<unknown>][] = [
    ["one taken back", ({ id }) => by(owner).revoke({ shareId: id })],
    [
      "one of a deleted video",
      () =>
        stack.adapters.db.video.update({ where: { id: videoId }, data: { deletedAt: new Date() } }),
    ],
    [
      "one of a file that is gone",
      () =>
        stack.adapters.db.file.updateMany({
          where: { ownerId: owner.id },
          data: { status: "DELETED", deletedAt: new Date() },
        }),
    ],
    [
      "one of somebody suspended",
      () =>
        stack.adapters.db.user.update({
          where: { id: owner.id },
          data: { suspendedAt: new Date() },
        }),
    ],
    [
      "one of somebody who left",
      () =>
        stack.adapters.db.user.update({ where: { id: owner.id }, data: { deletedAt: new Date() } }),
    ],
  ];

  test.each(whyNot)("%s answers as one that never was, to its viewers too", async (_name, end) => {
    const made = await share({ passphrase: "open sesame", expiresIn: 3600 });
    const { viewing } = await by(null).open({ token: made.token, passphrase: "open sesame" });
    await end(made);
    const neutral = { code: "NOT_FOUND", message: NEUTRAL };
    const { token } = made;
    await expect(by(null).open({ token })).rejects.toMatchObject(neutral);
    await expect(by(null).open({ token, viewing })).rejects.toMatchObject(neutral);
    await expect(by(null).open({ token, passphrase: "open sesame" })).rejects.toMatchObject(
      neutral,
    );
    await expect(by(null).describe({ token })).rejects.toMatchObject(neutral);
    pass(7200);
    await expect(by(null).describe({ token })).rejects.toMatchObject(neutral);
    await expect(by(null).open({ token: "never" })).rejects.toMatchObject(neutral);
    await expect(by(null).describe({ token: "never" })).rejects.toMatchObject(neutral);
  });

  test("Taking one back leaves the others, and the video's own URLs, as they are", async () => {
    const [one, other] = [await share(), await share()];
    await by(owner).revoke({ shareId: one.id });
    await by(null).open({ token: other.token });
    const files = await stack.adapters.db.file.findMany({ where: { ownerId: owner.id } });
    expect(files.map(({ urlEpoch }) => urlEpoch)).toEqual([0, 0, 0, 0]);
    await expect(by(owner).revoke({ shareId: one.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const { items } = await by(owner).list({ videoId });
    expect(items.map(({ id }) => id)).toEqual([other.id]);
  });

  test("A stranger cannot take it back", async () => {
    const { id, token } = await share();
    const stranger = by(await stack.createViewer());
    await expect(stranger.revoke({ shareId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await by(null).open({ token });
  });
});

test("A description tells the title only of an open link, and counts nobody", async () => {
  const [open, locked, once, brief] = [
    await share(),
    await share({ passphrase: "open sesame" }),
    await share({ maxViews: 1 }),
    await share({ passphrase: "open sesame", expiresIn: 3600 }),
  ];
  const anybody = by(null);
  expect(await anybody.describe({ token: open.token })).toEqual({
    state: "open",
    title: "A lighthouse in a storm",
  });
  expect(await anybody.describe({ token: locked.token })).toEqual({ state: "locked" });
  await anybody.open({ token: once.token });
  expect(await anybody.describe({ token: once.token })).toEqual({ state: "used-up" });
  pass(3600);
  const endedAt = "2026-11-24T13:00:00.000Z";
  expect(await anybody.describe({ token: brief.token })).toEqual({ state: "expired", endedAt });
  expect(await viewsOf(open.id)).toBe(0);
});

test("Links are listed newest first, page by page, of one video or of all", async () => {
  const made = [];
  for (let number = 0; number < 3; number += 1) {
    pass(1);
    made.unshift((await share()).id);
  }
  const elsewhere = await by(owner).create({ videoId: await addVideo(owner.id) });
  const first = await by(owner).list({ videoId, limit: 2 });
  const second = await by(owner).list({ videoId, limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
  expect(second.nextCursor).toBeNull();
  const all = await by(owner).list({});
  expect(all.items.map(({ id }) => id).sort()).toEqual([...made, elsewhere.id].sort());
});
