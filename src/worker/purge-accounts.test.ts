import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GRACE_DAYS } from "~/server/accounts/schema";
import { newStorageKey } from "~/server/platform/storage/key";
import { type Person, startTestWeb, type TestWeb } from "../../tests/support/web";
import { purgeAccounts } from "./purge-accounts";
import { removeLeftovers } from "./remove-leftovers";
import { storageKeysOf } from "./store-render";

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;

// The database, the disk and Clerk are real, or speak its protocol; only the clock is moved.
let web: TestWeb;
let folder: string;
beforeAll(async () => {
  web = await startTestWeb();
  folder = await mkdtemp(path.join(tmpdir(), "t2m-purge-"));
});
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

type Break = Partial<Pick<TestWeb["adapters"], "storage" | "identity">>;

/** What a worker does every few seconds, so long from now. */
function purge(afterMs: number, broken: Break = {}) {
  const ctx = { ...web.adapters, ...broken, now: () => new Date(Date.now() + afterMs) };
  return purgeAccounts(ctx);
}

async function ask(person: Person, kind: "query" | "mutation", procedure: string, input?: unknown) {
  return web.call(kind, procedure, input, { token: await person.token() });
}

async function store(key: string) {
  const file = path.join(folder, randomUUID());
  await writeFile(file, "bytes");
  await web.adapters.storage.putFile(key, file);
}

/** Somebody with a film and an upload, bytes and all. */
async function signUp() {
  const person = await web.signUp();
  const wish = { prompt: "A farewell", idempotencyKey: randomUUID() };
  const { videoId, jobId } = (await ask(person, "mutation", "videos.generate", wish)).data;
  const keys = [newStorageKey(), newStorageKey()];
  for (const [number, storageKey] of keys.entries()) {
    await store(storageKey);
    const isFilm = number === 0;
    const file = await web.adapters.db.file.create({
      data: {
        ownerId: person.id,
        kind: isFilm ? "video" : "upload",
        filename: "farewell.mp4",
        contentType: "video/mp4",
        size: 5,
        status: "READY",
        storageKey,
      },
    });
    if (isFilm) {
      await web.adapters.db.video.update({ where: { id: videoId }, data: { fileId: file.id } });
    }
  }
  await web.adapters.db.contactMessage.createMany({
    data: [
      { name: "A", email: person.email.toUpperCase(), message: "Before I signed in" },
      { name: "A", email: "other@example.org", message: "While signed in", userId: person.id },
    ],
  });
  return { ...person, videoId, jobId, keys };
}

async function remainsOf({ id, email, keys }: Awaited<ReturnType<typeof signUp>>) {
  const { db, storage, identity } = web.adapters;
  const stored = await Promise.all(keys.map((key) => storage.stat(key)));
  return {
    bytes: stored.filter((found) => found !== null).length,
    clerk: (await identity.findUser(id)) !== null,
    user: await db.user.count({ where: { id } }),
    rows:
      (await db.video.count({ where: { ownerId: id } })) +
      (await db.file.count({ where: { ownerId: id } })) +
      (await db.job.count({ where: { ownerId: id } })) +
      (await db.session.count({ where: { userId: id } })),
    messages: await db.contactMessage.count({
      where: { OR: [{ userId: id }, { email: { equals: email, mode: "insensitive" } }] },
    }),
  };
}

const EVERYTHING = { bytes: 2, clerk: true, user: 1, messages: 2 };
const NOTHING = { bytes: 0, clerk: false, user: 0, rows: 0, messages: 0 };
const GRACE_MS = GRACE_DAYS * DAY_MS;

test("The days of grace pass with everything in place; then bytes, Clerk's account and rows go", async () => {
  const ann = await signUp();
  const { data } = await ask(ann, "mutation", "account.requestDeletion", { email: ann.email });
  expect(Date.parse(data.deletesAt)).toBeCloseTo(Date.now() + GRACE_MS, -5);
  await purge(GRACE_MS - MINUTE_MS);
  expect(await remainsOf(ann)).toMatchObject(EVERYTHING);
  expect((await ask(ann, "query", "account.me")).status).toBe(200);

  await purge(GRACE_MS + MINUTE_MS);
  const job = await web.adapters.db.job.findUniqueOrThrow({ where: { id: ann.jobId } });
  expect(job.status, "what ran is canceled at once").toBe("CANCELED");
  expect(await remainsOf(ann), "who was let in a moment ago may still be busy").toMatchObject(
    EVERYTHING,
  );
  await purge(GRACE_MS + 3 * MINUTE_MS);
  expect(await remainsOf(ann)).toEqual(NOTHING);
});

test("Taking it back keeps the account for good", async () => {
  const bob = await signUp();
  await ask(bob, "mutation", "account.requestDeletion", { email: ` ${bob.email.toUpperCase()} ` });
  expect((await ask(bob, "query", "account.me")).data.deletesAt).not.toBeNull();
  expect((await ask(bob, "mutation", "account.cancelDeletion")).data).toEqual({ deletesAt: null });
  await purge(GRACE_MS + MINUTE_MS);
  await purge(GRACE_MS + 3 * MINUTE_MS);
  expect(await remainsOf(bob)).toMatchObject(EVERYTHING);
});

test.each(["a byte", "the account at Clerk"])(
  "A worker that dies before it has removed %s leaves the rest to the next one",
  async (what) => {
    const person = await signUp();
    await ask(person, "mutation", "account.requestDeletion", { email: person.email });
    await purge(GRACE_MS + MINUTE_MS);
    let isFirst = true;
    const dies = async () => {
      throw new Error("killed");
    };
    const { storage, identity } = web.adapters;
    const broken =
      what === "a byte"
        ? {
            storage: {
              ...storage,
              delete: (key: string) => {
                if (!isFirst) return dies();
                isFirst = false;
                return storage.delete(key);
              },
            },
          }
        : { identity: { ...identity, deleteUser: dies } };
    await purge(GRACE_MS + 3 * MINUTE_MS, broken);
    expect(await remainsOf(person)).toMatchObject({
      bytes: what === "a byte" ? 1 : 0,
      clerk: true,
      user: 1,
    });
    await purge(GRACE_MS + 3 * MINUTE_MS);
    expect(await remainsOf(person)).toEqual(NOTHING);
    await purge(GRACE_MS + 3 * MINUTE_MS);
  },
);

test("Clerk failing over the sessions of one account keeps neither it nor another from going", async () => {
  const { db, identity } = web.adapters;
  const leaving = [await signUp(), await signUp()];
  for (const person of leaving) {
    await ask(person, "mutation", "account.requestDeletion", { email: person.email });
    await db.session.create({ data: { id: `sess_${randomUUID()}`, userId: person.id } });
  }
  const revokeSession = async () => {
    throw new Error("Clerk is away");
  };
  await purge(GRACE_MS + MINUTE_MS, { identity: { ...identity, revokeSession } });
  for (const { id } of leaving) {
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(user.deletedAt).not.toBeNull();
  }
  await purge(GRACE_MS + 3 * MINUTE_MS);
  for (const person of leaving) expect(await remainsOf(person)).toEqual(NOTHING);
});

test("Sixty accounts that never settle do not keep one that can go", async () => {
  const { db } = web.adapters;
  const at = new Date(Date.now() - 60 * MINUTE_MS);
  const ids = Array.from({ length: 60 }, () => `user_${randomUUID()}`);
  await db.user.createMany({
    data: ids.map((id) => ({ id, email: `${id}@t2m.test`, deletedAt: at, clerkUpdatedAt: at })),
  });
  const last = await signUp();
  await db.user.update({ where: { id: last.id }, data: { deletedAt: new Date() } });
  const identity = {
    ...web.adapters.identity,
    deleteUser: async (id: string) => {
      if (ids.includes(id)) throw new Error("This one stays");
      await web.adapters.identity.deleteUser(id);
    },
  };
  // Each sweep draws 50 of 61: that one is missed twenty times has odds of one in 10^14.
  for (let sweep = 0; sweep < 20; sweep += 1) await purge(2 * MINUTE_MS, { identity });
  expect(await remainsOf(last)).toEqual(NOTHING);
  await db.user.deleteMany({ where: { id: { in: ids } } });
});

test("Somebody deleted at Clerk goes without days of grace", async () => {
  const eve = await signUp();
  await web.backend.users.deleteUser(eve.id);
  await web.adapters.db.user.update({ where: { id: eve.id }, data: { deletedAt: new Date() } });
  await purge(2 * MINUTE_MS);
  expect(await remainsOf(eve)).toEqual(NOTHING);
});

test("A token that still holds does not bring a removed account back", async () => {
  const mia = await signUp();
  const token = await mia.token();
  await ask(mia, "mutation", "account.requestDeletion", { email: mia.email });
  await purge(GRACE_MS + MINUTE_MS);
  const shut = await web.call("query", "account.me", undefined, { token });
  expect(shut.status, "shut before it is removed").toBe(401);
  await purge(GRACE_MS + 3 * MINUTE_MS);
  const gone = await web.call("query", "account.me", undefined, { token });
  expect(gone.status).toBe(401);
  expect(await remainsOf(mia)).toEqual(NOTHING);
});

test("What a worker was storing meanwhile goes too, before the rows that tell of it", async () => {
  const kim = await signUp();
  const { db } = web.adapters;
  await db.job.update({
    where: { id: kim.jobId },
    data: { status: "RUNNING", attempt: 1, workerId: randomUUID(), admittedAt: new Date() },
  });
  const [late = ""] = storageKeysOf({ jobId: kim.jobId, attempt: 1 });
  const leaving = { ...kim, keys: [...kim.keys, late] };
  await ask(kim, "mutation", "account.requestDeletion", { email: kim.email });
  await purge(GRACE_MS + MINUTE_MS);
  await store(late);
  await purge(GRACE_MS + 3 * MINUTE_MS);
  expect(await remainsOf(leaving)).toMatchObject({ bytes: 3, user: 1 });
  await removeLeftovers(web.adapters, new Date(Date.now() + 2 * MINUTE_MS));
  await purge(GRACE_MS + 3 * MINUTE_MS);
  expect(await remainsOf(leaving)).toEqual(NOTHING);
});

test("The audit log outlives both of them", async () => {
  const lea = await signUp();
  const event = { actorId: lea.id, actorEmail: lea.email, action: "users.suspend" };
  await web.adapters.db.auditEvent.create({ data: { ...event, subjectId: lea.id, detail: {} } });
  await ask(lea, "mutation", "account.requestDeletion", { email: lea.email });
  await purge(GRACE_MS + MINUTE_MS);
  await purge(GRACE_MS + 3 * MINUTE_MS);
  expect(await remainsOf(lea)).toEqual(NOTHING);
  expect(await web.adapters.db.auditEvent.count({ where: { subjectId: lea.id } })).toBe(1);
});
