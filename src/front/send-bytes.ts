import type { ServerResponse } from "node:http";
import type { OpenObject } from "~/server/platform/storage/storage";
import { BUFFER_BYTES, type Buffers } from "./buffers";

type Head = { status: number; headers: Record<string, string> };

/** Nobody is to blame: the browser seeks, or the person leaves. */
export const CLIENT_GONE = new Error("The client has gone away.");

/**
 * Sends bytes `start…end` of an object, one buffer at a time: the next read waits until the kernel
 * has taken the last. Closes the object.
 * @throws CLIENT_GONE, or why a read failed. Headers go out after the first read, so when
 * `res.headersSent` is false the caller can still answer something else.
 */
export async function sendBytes(
  buffers: Buffers,
  res: ServerResponse,
  { status, headers }: Head,
  object: OpenObject,
  { start, end }: { start: number; end: number },
): Promise<void> {
  const buffer = buffers.take();
  let wake: (error?: Error | null) => void = () => undefined;
  res.once("close", () => wake(CLIENT_GONE));
  try {
    for (let position = start; position <= end; ) {
      const wanted = Math.min(BUFFER_BYTES, end + 1 - position);
      const count = await object.read(buffer, wanted, position);
      if (count === 0) throw new Error(`The stored object is ${end + 1 - position} bytes short.`);
      if (res.destroyed) throw CLIENT_GONE;
      if (!res.headersSent) res.writeHead(status, headers);
      position += count;
      const chunk = buffer.subarray(0, count);
      await new Promise<void>((resolve, reject) => {
        wake = (error) => (error ? reject(error) : resolve());
        if (position > end) res.end(chunk, wake);
        else res.write(chunk, wake);
      });
    }
    // Only now: after a failure the kernel may still hold it.
    buffers.giveBack(buffer);
  } catch (error) {
    throw res.destroyed ? CLIENT_GONE : error;
  } finally {
    object.close();
  }
}
