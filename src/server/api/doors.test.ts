import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import { appRouter, createCaller } from "./root";

type Door = { path: string; type: string; meta: { limit?: string } };

const doors: Door[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = (procedure as unknown as { _def: Omit<Door, "path"> })._def;
  return { path, type, meta: meta ?? {} };
});

/** Open to nobody in particular. A new name here is a decision, not an accident. */
const OPEN: string[] = ["contact.send", "shares.describe", "shares.open"];

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

let knocks = 0;

async function knock(path: string, asked: ReturnType<TestStack["as"]>): Promise<string> {
  knocks += 1;
  // Strangers are counted by address; this is about doors, not about how often.
  const context = { ...asked, clientAddress: `198.51.100.${knocks % 256}` };
  const steps = path.split(".");
  const door = steps.reduce<unknown>(
    (place, step) => (place as Record<string, unknown>)[step],
    createCaller(context),
  ) as (input: unknown) => Promise<unknown>;
  try {
    await door({});
    return "OPEN";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe("the doors of the API", () => {
  test("are all there", () => {
    expect(doors.length).toBeGreaterThan(10);
  });

  test.each(doors)("$path names its rate limit", ({ meta }) => {
    expect(meta.limit).toBeDefined();
  });

  test.each(doors.filter(({ path }) => !OPEN.includes(path)))(
    "$path answers UNAUTHORIZED to nobody in particular, whatever the input",
    async ({ path }) => {
      expect(await knock(path, stack.as(null))).toBe("UNAUTHORIZED");
    },
  );

  test.each(doors.filter(({ path }) => !OPEN.includes(path)))(
    "$path is shut for somebody suspended",
    async ({ path }) => {
      const viewer = await stack.createViewer({ isSuspended: true });
      expect(await knock(path, stack.as(viewer))).toBe("FORBIDDEN");
    },
  );
});
