import { downloadZip } from "client-zip";
import type { FileView } from "~/server/files/schema";
import { distinctNames } from "./zip-names";

type Packed = Pick<FileView, "id" | "filename" | "createdAt">;

type Options = {
  /** A signed URL of the file's bytes. */
  findUrl: (file: Packed) => Promise<string>;
  onBytes: (bytes: number) => void;
  signal: AbortSignal;
};

/**
 * Files as one ZIP, one after the other, without holding any of them.
 * @throws when the bytes of one do not come.
 */
export function packFiles(
  files: readonly Packed[],
  { findUrl, onBytes, signal }: Options,
): ReadableStream<Uint8Array> {
  const names = distinctNames(files.map(({ filename }) => filename));
  async function* entries() {
    for (const [index, file] of files.entries()) {
      const response = await fetch(await findUrl(file), { signal });
      if (!response.ok || !response.body) {
        throw new Error(`${file.filename} answered ${response.status}`);
      }
      const input = response.body.pipeThrough(countBytes(onBytes));
      yield { input, name: names[index] ?? file.id, lastModified: new Date(file.createdAt) };
    }
  }
  const { body } = downloadZip(entries());
  if (!body) throw new Error("A ZIP has a body.");
  return body;
}

function countBytes(onBytes: (bytes: number) => void) {
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
}
