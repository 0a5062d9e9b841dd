import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "~/server/api/root";
import { type Person, startTestWeb, type TestWeb } from "./support/web";

// Two accounts before every procedure, through the route handler alone: no middleware has run.
let web: TestWeb;
let ann: Person;
let bob: Person;
let annVideo: { videoId: string; jobId: string };
let annFileId: string;
let annBatchId: string;
let annSessionId: string;
let annShareId: string;

beforeAll(async () => {
  web = await startTestWeb();
  [ann, bob] = await Promise.all([web.signUp(), web.signUp({ subscription_tier: "premium" })]);
  const wish = { prompt: "A secret garden", idempotencyKey: randomUUID() };
  const made = await web.call("mutation", "videos.generate", wish, { token: await ann.token() });
  annVideo = made.data;
  const file = await web.adapters.db.file.create({
    data: {
      ownerId: ann.id,
      kind: "video",
      filename: "secret.mp4",
      contentType: "video/mp4",
      size: 10,
      sha256: "0".repeat(64),
      status: "READY",
      storageKey: randomUUID(),
    },
  });
  annFileId = file.id;
  const batch = await web.adapters.db.batch.create({
    data: {
      ownerId: ann.id,
      name: "secret",
      rows: 1,
      idempotencyKey: randomUUID(),
      requestHash: "",
    },
  });
  annBatchId = batch.id;
  const share = await web.adapters.db.share.create({
    data: {
      ownerId: ann.id,
      videoId: annVideo.videoId,
      tokenHash: randomUUID(),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  annShareId = share.id;
  annSessionId = (await web.adapters.identity.listSessions(ann.id))[0]?.id ?? "";
});
afterAll(() => web.close());

const idsOf = () => ({ videoId: annVideo.videoId, jobId: annVideo.jobId, fileId: annFileId });

/** How a stranger with Ann's ids is answered. A procedure that is not named here fails the test. */
const ANSWERS: Record<
  string,
  { input: () => unknown; isStranger: (data: unknown) => boolean } | number
> = {
  "account.me": {
    input: () => undefined,
    isStranger: (data) => holdsNothingOfAnn(data),
  },
  "account.onboarding": ownWelcome(),
  "account.saveOnboarding": ownWelcome(),
  "account.finishOnboarding": ownWelcome(),
  "account.updatePreferences": { input: () => ({ style: "neon" }), isStranger: holdsNothingOfAnn },
  "account.sessions": { input: () => undefined, isStranger: holdsNothingOfAnn },
  "account.revokeSession": 404,
  "account.revokeOtherSessions": { input: () => undefined, isStranger: holdsNothingOfAnn },
  "account.requestDeletion": 400,
  "account.exportData": {
    input: () => undefined,
    isStranger: (data) => (data as { files: number }).files === 0,
  },
  "account.cancelDeletion": { input: () => undefined, isStranger: holdsNothingOfAnn },
  "contact.send": {
    input: () => ({
      name: "Bob",
      email: "bob@example.org",
      message: "Whose is the secret garden?",
    }),
    isStranger: holdsNothingOfAnn,
  },
  "account.reportActivity": {
    input: () => undefined,
    isStranger: (data) => holdsNothingOfAnn(data),
  },
  "videos.models": {
    input: () => undefined,
    isStranger: (data) => (data as unknown[]).length > 0 && holdsNothingOfAnn(data),
  },
  "queue.position": {
    input: () => undefined,
    isStranger: (data) => (data as { jobs: unknown[] }).jobs.length === 0,
  },
  "queue.lanes": {
    input: () => undefined,
    isStranger: (data) => holdsNothingOfAnn(data) && JSON.stringify(data).includes("beads"),
  },
  "queue.waits": {
    input: () => undefined,
    isStranger: holdsNothingOfAnn,
  },
  "videos.list": emptyList(),
  "jobs.list": emptyList(),
  "files.list": emptyList(),
  "files.trash": emptyList(),
  "files.usage": {
    input: () => undefined,
    isStranger: (data) => (data as { totalBytes: number }).totalBytes === 0,
  },
  "videos.get": 404,
  "videos.remove": 404,
  "videos.restore": 404,
  "jobs.get": 404,
  "jobs.cancel": 404,
  "jobs.retry": 404,
  "files.get": 404,
  "files.rename": 404,
  "files.remove": 404,
  "files.restore": 404,
  "files.removeMany": noneOfHers(),
  "files.restoreMany": noneOfHers(),
  "files.deleteForever": noneOfHers(),
  "files.emptyTrash": {
    input: () => ({ before: new Date().toISOString() }),
    isStranger: (data) => (data as { deleted: number }).deleted === 0,
  },
  "signedUrls.create": 404,
  "signedUrls.revoke": 404,
  "shares.create": 404,
  "shares.list": emptyList(),
  "shares.revoke": 404,
  "shares.describe": 404,
  "shares.open": 404,
  "batches.plan": {
    input: () => ({ rows: [{ prompt: "A boat" }] }),
    isStranger: holdsNothingOfAnn,
  },
  "batches.create": {
    input: () => ({ name: "Boats", rows: [{ prompt: "A boat" }], idempotencyKey: randomUUID() }),
    isStranger: holdsNothingOfAnn,
  },
  "batches.list": { input: () => ({}), isStranger: holdsNothingOfAnn },
  "batches.get": 404,
  "batches.rows": 404,
  "batches.pause": 404,
  "batches.resume": 404,
  "batches.cancel": 404,
  "admin.audit.list": 403,
  "admin.users.list": 403,
  "admin.users.summary": 403,
  "admin.users.get": 403,
  "admin.users.update": 403,
  "admin.users.suspend": 403,
  "admin.jobs.list": 403,
  "admin.jobs.summary": 403,
  "admin.jobs.forceFail": 403,
  "admin.jobs.requeue": 403,
  "admin.system.get": 403,
  "admin.system.whoAmI": 403,
  "admin.analytics.get": 403,
  "admin.messages.list": 403,
  "admin.messages.handle": 403,
};

/** What of Ann's a procedure asks for. */
function hersFor(path: string): Record<string, string> {
  const { videoId, jobId, fileId } = idsOf();
  if (path === "account.requestDeletion") return { email: ann.email };
  if (path.startsWith("account.")) return { sessionId: annSessionId };
  if (path.startsWith("batches.")) return { batchId: annBatchId };
  if (path.startsWith("videos.") || path === "shares.create") return { videoId };
  if (path === "shares.revoke") return { shareId: annShareId };
  if (path.startsWith("shares.")) return { token: annShareId };
  return path.startsWith("jobs.") ? { jobId } : { fileId };
}

/** What a procedure wants besides the id. */
const BESIDES: Record<string, object> = { "files.rename": { filename: "mine now.mp4" } };

/** Tested on their own, below and in the jobs room. */
const ELSEWHERE = ["videos.generate", "jobs.watch", "admin.system.doctor"];

function holdsNothingOfAnn(data: unknown): boolean {
  const text = JSON.stringify(data);
  const hers = [
    ann.id,
    ann.email,
    annSessionId,
    annBatchId,
    annShareId,
    "secret",
    ...Object.values(idsOf()),
  ];
  return hers.every((word) => !text.includes(word));
}

function ownWelcome() {
  return { input: () => ({ stepsDone: 1 }), isStranger: holdsNothingOfAnn };
}

/** Asked to change Ann's file among others, it changes none. */
function noneOfHers() {
  return {
    input: () => ({ fileIds: [annFileId, randomUUID()] }),
    isStranger: (data: unknown) => (data as { fileIds: string[] }).fileIds.length === 0,
  };
}

function emptyList() {
  return {
    input: () => ({}),
    isStranger: (data: unknown) => (data as { items: unknown[] }).items.length === 0,
  };
}

const procedures = Object.entries(appRouter._def.procedures)
  .map(([path, procedure]) => ({
    path,
    kind: (procedure as unknown as { _def: { type: "query" | "mutation" } })._def.type,
  }))
  .filter(({ path }) => !ELSEWHERE.includes(path));

test.each(procedures)("$path shows a stranger nothing of Ann's", async ({ path, kind }) => {
  const answer = ANSWERS[path];
  if (answer === undefined) throw new Error(`${path} is new: say in ANSWERS how strangers fare.`);
  const token = await bob.token();
  if (typeof answer === "number") {
    const id = hersFor(path);
    const besides = BESIDES[path];
    const result = await web.call(kind, path, { ...id, ...besides }, { token });
    expect(result.status).toBe(answer);
    const nowhere = Object.fromEntries(Object.keys(id).map((name) => [name, randomUUID()]));
    const unknown = await web.call(kind, path, { ...nowhere, ...besides }, { token });
    expect(result.message, "a stranger's thing answers as no thing").toBe(unknown.message);
    return;
  }
  const result = await web.call(kind, path, answer.input(), { token });
  expect(result.status).toBe(200);
  expect(answer.isStranger(result.data)).toBe(true);
});

test("What a stranger tried has changed nothing for Ann", async () => {
  const token = await ann.token();
  const video = await web.call("query", "videos.get", { videoId: annVideo.videoId }, { token });
  expect(video.data).toMatchObject({ status: "QUEUED", deletedAt: null });
  const file = await web.adapters.db.file.findUniqueOrThrow({ where: { id: annFileId } });
  expect(file).toMatchObject({ urlEpoch: 0, filename: "secret.mp4", status: "READY" });
});

test("Somebody else's idempotency key is their own", async () => {
  const idempotencyKey = randomUUID();
  const wish = { prompt: "The same words", idempotencyKey };
  const hers = await web.call("mutation", "videos.generate", wish, { token: await ann.token() });
  const his = await web.call("mutation", "videos.generate", wish, { token: await bob.token() });
  expect(his.status).toBe(200);
  expect(his.data.videoId).not.toBe(hers.data.videoId);
});
