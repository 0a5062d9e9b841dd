import { expect, test } from "vitest";
import { readUntil } from "./read-until";

async function* endless(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(1);
  yield new Uint8Array(2);
  await new Promise(() => undefined);
}

test("a body that nobody waits for any more ends with what had come", async () => {
  const replaced = new AbortController();
  const sizes: number[] = [];
  for await (const { length } of readUntil(replaced.signal, endless())) {
    sizes.push(length);
    if (length === 2) setImmediate(() => replaced.abort());
  }
  expect(sizes).toEqual([1, 2]);
});

test("no body is no bytes", async () => {
  for await (const _ of readUntil(new AbortController().signal, null)) expect.unreachable();
});
