import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "~/server/api/root";

/** The one digest that the error page knows: a dependency is away and comes back. */
export const UNAVAILABLE = "SERVICE_UNAVAILABLE";

export type ApiError = TRPCClientError<AppRouter>;

export function isApiError(error: unknown): error is ApiError {
  return error instanceof TRPCClientError;
}

/** Whether the same request may go well later: the network or a dependency was away. */
export function isRetriable(error: unknown): boolean {
  if (!isApiError(error)) return false;
  const status = error.data?.httpStatus;
  return status === undefined || status === 502 || status === 503 || status === 504;
}

/** Seconds until trying again can succeed; 0 when the error says nothing about it. */
export function secondsToWait(error: unknown): number {
  return isApiError(error) ? Math.max(0, Math.ceil(error.data?.retryAfterSeconds ?? 0)) : 0;
}

/** One sentence for people about anything that a query or mutation can throw. */
export function errorSentence(error: unknown): string {
  if (!isApiError(error)) return "Something went wrong here. Reload the page and try again.";
  if (error.data) return error.message;
  return navigator.onLine
    ? "T2M does not answer just now. Nothing is lost; try again in a moment."
    : "You are offline. Nothing is lost; this works again when you are back.";
}
