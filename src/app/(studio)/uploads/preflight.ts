import { formatBytes } from "~/components/media/format";
import { isTaken, TAKEN_SENTENCE } from "./media-type";

/** What is left to this person; bytes. */
export type Allowance = { maxFileBytes: number; leftBytes: number };

export type Candidate = { filename: string; size: number; contentType: string };

/** Uploads of one page that are not finished. */
export const MAX_OPEN = 200;

/**
 * What can be said about files before the first byte of them is read.
 * @param openBytes - what earlier uploads will still take.
 * @returns for each file a sentence why it is not taken, or null.
 */
export function preflight(
  candidates: readonly Candidate[],
  allowance: Allowance | null,
  open: { files: number; bytes: number },
): (string | null)[] {
  let { files, bytes } = open;
  return candidates.map((candidate) => {
    const problem =
      problemOf(candidate, allowance) ??
      (files >= MAX_OPEN ? `Only ${MAX_OPEN} files can be on their way at once.` : null) ??
      (allowance && bytes + candidate.size > allowance.leftBytes
        ? `This needs ${formatBytes(candidate.size)}, and ${formatBytes(Math.max(0, allowance.leftBytes - bytes))} of your storage are left.`
        : null);
    if (problem === null) {
      files += 1;
      bytes += candidate.size;
    }
    return problem;
  });
}

function problemOf(candidate: Candidate, allowance: Allowance | null): string | null {
  if (!isTaken(candidate.contentType)) return TAKEN_SENTENCE;
  if (candidate.size === 0) return "This file is empty.";
  if (allowance && candidate.size > allowance.maxFileBytes) {
    return `This is ${formatBytes(candidate.size)}; a file can have up to ${formatBytes(allowance.maxFileBytes)}.`;
  }
  return null;
}
