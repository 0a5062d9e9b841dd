import { TRPCError } from "@trpc/server";
import { expect, test } from "vitest";
import { AppError } from "~/server/errors";
import { UNAVAILABLE } from "./errors";
import { markUnavailable } from "./unavailable";

const away = new AppError("SERVICE_UNAVAILABLE", "Try again in a moment.");

test.each([
  ["a dependency that is away", away],
  ["a procedure that said so", new TRPCError({ code: "SERVICE_UNAVAILABLE", cause: away })],
  ["a database that refuses", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
])("The error page can tell %s", (_, error) => {
  markUnavailable(error);
  expect(error).toMatchObject({ digest: UNAVAILABLE });
});

test.each([
  ["a bug", new TypeError("x is not a function")],
  ["a refusal", new TRPCError({ code: "FORBIDDEN", cause: new AppError("FORBIDDEN", "No.") })],
])("%s stays what it is", (_, error) => {
  markUnavailable(error);
  expect(error).not.toHaveProperty("digest");
});
