import { AppError } from "~/server/errors";

/** Clerk being away is no sign-out: whoever is signed in is told to try again. */
export function unavailable(cause: unknown): AppError {
  return new AppError(
    "SERVICE_UNAVAILABLE",
    "We cannot check who you are just now. You are still signed in; try again in a moment.",
    { cause, retryAfterSeconds: 5 },
  );
}

/** Whether the SDK's error, or its reason alone, is about keys that it could not fetch. */
export function isAway(problem: unknown): boolean {
  if (problem === null) return false;
  if (typeof problem === "string") {
    return problem === "unexpected-error" || problem.startsWith("jwk-remote-failed");
  }
  // What is not the SDK's verdict about a token is a fetch that threw.
  const reason = (problem as { reason?: unknown }).reason;
  return typeof reason === "string" ? isAway(reason) : problem instanceof TypeError;
}
