import { MAX_FILES_AT_ONCE } from "~/server/files/schema";

/** "1 file", "12 files" */
export function countFiles(files: number): string {
  return files === 1 ? "1 file" : `${files} files`;
}

/** As many calls as it takes: each may change so many. */
export function inParts(fileIds: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < fileIds.length; at += MAX_FILES_AT_ONCE) {
    parts.push(fileIds.slice(at, at + MAX_FILES_AT_ONCE));
  }
  return parts;
}
