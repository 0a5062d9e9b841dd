import { getTRPCErrorFromUnknown } from "@trpc/server";
import { toTRPCError, type Where } from "./errors";

/**
 * A subscription's failures, in tRPC's words: they come after the procedure has answered, where
 * `base` no longer sees them.
 */
export async function* translateStream<Value>(
  stream: AsyncIterable<Value>,
  where: Where,
): AsyncGenerator<Value, void, undefined> {
  try {
    yield* stream;
  } catch (error) {
    throw toTRPCError(getTRPCErrorFromUnknown(error), where);
  }
}
