import { AppError } from "~/server/errors";
import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";
import { UNAVAILABLE } from "./errors";

/**
 * Next hides what a server component threw from the browser, all but its `digest`; one that is there
 * already is kept.
 */
export function markUnavailable(error: unknown): void {
  if (error instanceof Error && isUnavailable(error)) Object.assign(error, { digest: UNAVAILABLE });
}

function isUnavailable(error: Error): boolean {
  const said = [error, error.cause].find((it) => it instanceof AppError);
  return said ? said.code === "SERVICE_UNAVAILABLE" : isDatabaseUnavailable(error);
}
