import { TRPCError } from "@trpc/server";

/** Whether a server-side call failed because there is no such thing, or it is somebody else's. */
export function isAbsent(error: unknown): boolean {
  return error instanceof TRPCError && error.code === "NOT_FOUND";
}
