import { expect, test, vi } from "vitest";
import { AppError } from "~/server/errors";
import { createLogger } from "~/server/platform/log";
import { translateStream } from "./translated-stream";

async function* failAfterOne(error: Error) {
  yield 1;
  throw error;
}

async function run(error: Error) {
  const log = createLogger("silent", "test");
  const logged = vi.spyOn(log, "error");
  const where = { ctx: { log, requestId: "r1" }, path: "jobs.watch", type: "subscription" };
  const stream = translateStream(failAfterOne(error), where);
  const first = await stream.next();
  const failure = await stream.next().catch((caught: unknown) => caught);
  return { first: first.value, failure, logged };
}

test("A stream that fails on purpose says so in tRPC's words, and is no bug", async () => {
  const { first, failure, logged } = await run(new AppError("NOT_FOUND", "There is no such job."));
  expect(first).toBe(1);
  expect(failure).toMatchObject({ name: "TRPCError", code: "NOT_FOUND" });
  expect(logged).not.toHaveBeenCalled();
});

test("A bug in a stream is logged with its request id", async () => {
  const bug = new TypeError("x is undefined");
  const { failure, logged } = await run(bug);
  expect(failure).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ err: bug, requestId: "r1", path: "jobs.watch" }),
    expect.any(String),
  );
});
