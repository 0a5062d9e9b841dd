import type { Upload } from "./upload";

/** By what a begun upload is found again: who sends which bytes, and which copy of them. */
export function fingerprintOf(
  viewerId: string,
  { id, allowsTwin }: Pick<Upload, "id" | "allowsTwin">,
  sha256: string,
): string {
  return ["t2m", viewerId, sha256, ...(allowsTwin ? [id] : [])].join("-");
}

/** @returns the name of another upload of the same bytes that is on its way here; null without one. */
export function findTwinHere(
  uploads: readonly Upload[],
  id: string,
  sha256: string,
): string | null {
  const twin = uploads.find(
    (it) =>
      it.id !== id && it.sha256 === sha256 && !["failed", "twin", "ready"].includes(it.state.name),
  );
  return twin?.filename ?? null;
}
