import { AppError } from "~/server/errors";

/** Clerk being away is no sign-out: whoever is signed in is told to try again. */
export function unavailable(cause: unknown): AppError {
  return new AppError(
    "SERVICE_UNAVAILABLE",
    "We cannot check who you are just now. You are still signed in; try again in a moment.",
    { cause, retryAfterSeconds: 5 },
  );
}
