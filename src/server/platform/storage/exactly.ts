import { Transform } from "node:stream";

/** Passes bytes on, and fails when they turn out to be more or fewer than `size`. */
export function exactly(size: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      done(
        seen > size ? new Error(`More than the ${size} bytes that were announced.`) : null,
        chunk,
      );
    },
    flush(done) {
      done(
        seen < size ? new Error(`Only ${seen} of the ${size} bytes that were announced.`) : null,
      );
    },
  });
}
