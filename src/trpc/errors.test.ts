import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { secondsToWait } from "./errors";
import { inClock } from "./use-wait-seconds";

const refusal = (retryAfterSeconds?: number) =>
  TRPCClientError.from({
    error: {
      message: "Wait.",
      code: -32029,
      data: { code: "TOO_MANY_REQUESTS", retryAfterSeconds },
    },
  } as never);

test.each([
  [refusal(42), 42],
  [refusal(0.4), 1],
  [refusal(), 0],
  [new Error("fetch failed"), 0],
  [null, 0],
])("%s keeps waiting for %i seconds", (error, seconds) => {
  expect(secondsToWait(error)).toBe(seconds);
});

test.each([
  [0, "0:00"],
  [42, "0:42"],
  [725, "12:05"],
])("%i seconds are %s on the clock", (seconds, clock) => {
  expect(inClock(seconds)).toBe(clock);
});
