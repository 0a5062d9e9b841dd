import { createTRPCClient, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, test } from "vitest";
import type { AppRouter } from "~/server/api/root";
import { NOT_HELD, reauthenticationLink, type SessionVerdict } from "./reauthentication-link";
import { createSessionHealth } from "./session-health";

type Answer = "ok" | { code: string; httpStatus: number } | "no network";

/** A page whose server answers what it is told to, in turn; the last answer stays. */
function openPage(...answers: Answer[]) {
  const health = createSessionHealth();
  const asked: string[] = [];
  let verdict: SessionVerdict = "expired";
  const server: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        asked.push(op.path);
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        if (answer === "ok" || !answer) {
          observer.next({ result: { type: "data", data: "done" } });
          return observer.complete();
        }
        const shape = answer === "no network" ? {} : { result: undefined };
        const error = new TRPCClientError<AppRouter>("refused", shape);
        if (answer !== "no network") Object.assign(error, { data: answer });
        observer.error(error);
      });
  const client = createTRPCClient<AppRouter>({
    links: [reauthenticationLink({ health, judge: async () => verdict }), server],
  });
  return {
    health,
    asked,
    client,
    judgeAs: (next: SessionVerdict) => {
      verdict = next;
    },
  };
}

const UNAUTHORIZED = { code: "UNAUTHORIZED", httpStatus: 401 };
const videoId = "01990000-0000-7000-8000-000000000000";

test("A change that came after the session's end waits for the sign-in and then goes through", async () => {
  const page = openPage(UNAUTHORIZED, "ok");
  const change = page.client.videos.remove.mutate({ videoId });
  await expect
    .poll(() => page.health.getSnapshot())
    .toMatchObject({ health: "expired", waiting: 1 });
  expect(page.asked).toHaveLength(1);
  page.health.signedIn();
  await expect(change).resolves.toBe("done");
  expect(page.health.getSnapshot()).toMatchObject({ health: "signed-in", waiting: 0 });
});

test("Several changes wait, and each is sent once", async () => {
  const page = openPage(UNAUTHORIZED, UNAUTHORIZED, UNAUTHORIZED, "ok");
  const changes = [1, 2, 3].map(() => page.client.videos.remove.mutate({ videoId }));
  await expect.poll(() => page.health.getSnapshot().waiting).toBe(3);
  page.health.signedIn();
  await expect(Promise.all(changes)).resolves.toEqual(["done", "done", "done"]);
  expect(page.asked).toHaveLength(6);
});

test("A question fails at once: it is asked anew after the sign-in", async () => {
  const page = openPage(UNAUTHORIZED);
  await expect(page.client.account.me.query()).rejects.toMatchObject({ data: UNAUTHORIZED });
  expect(page.health.getSnapshot()).toMatchObject({ health: "expired", waiting: 0 });
});

test("A report of activity is not kept for later", async () => {
  const page = openPage(UNAUTHORIZED);
  const report = page.client.account.reportActivity.mutate(undefined, { context: NOT_HELD });
  await expect(report).rejects.toMatchObject({ data: UNAUTHORIZED });
  expect(page.health.getSnapshot()).toMatchObject({ health: "expired", waiting: 0 });
});

test("While Clerk cannot be reached nobody is asked to sign in, and the change waits all the same", async () => {
  const page = openPage(UNAUTHORIZED, "ok");
  page.judgeAs("unreachable");
  const change = page.client.videos.remove.mutate({ videoId });
  await expect.poll(() => page.health.getSnapshot().waiting).toBe(1);
  page.health.serverDown(0);
  expect(page.health.getSnapshot().health).toBe("server-down");
  page.health.answered();
  await expect(change).resolves.toBe("done");
});

test.each<[string, Answer, boolean]>([
  ["no network", "no network", true],
  ["a server that is away", { code: "SERVICE_UNAVAILABLE", httpStatus: 503 }, true],
  ["a refusal", { code: "FORBIDDEN", httpStatus: 403 }, false],
])("%s never looks like a sign-out", async (_, answer, isSuspect) => {
  const page = openPage(answer);
  await expect(page.client.videos.remove.mutate({ videoId })).rejects.toThrow();
  expect(page.health.getSnapshot()).toMatchObject({ health: "signed-in", isSuspect });
});

test("Offline and a server that is away come before an expired session: neither can be mended by signing in", () => {
  const health = createSessionHealth();
  health.expired();
  health.serverDown(1);
  health.setOnline(false);
  expect(health.getSnapshot().health).toBe("offline");
  health.setOnline(true);
  expect(health.getSnapshot().health).toBe("server-down");
  health.answered();
  expect(health.getSnapshot().health).toBe("expired");
});
