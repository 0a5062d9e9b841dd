import { advance } from "./advance";
import { mediaTypeOf } from "./media-type";
import { type Allowance, preflight } from "./preflight";
import { newUpload, type Upload } from "./upload";

type Line = {
  /** What is in the line already. */
  uploads: readonly Upload[];
  /** What is left to this person, or null when nobody can say. */
  allowance: Allowance | null;
  newId: () => string;
  nextTurn: () => number;
};

/** Chosen files as uploads; one that cannot be taken has failed already, with the sentence that says why. */
export function admitFiles(
  chosen: readonly File[],
  { uploads, allowance, newId, nextTurn }: Line,
): { file: File; upload: Upload }[] {
  const open = uploads.filter(({ state }) => !["ready", "failed"].includes(state.name));
  const unsent = open.filter(({ sentBytes }) => sentBytes === 0);
  const added = chosen.map((file) => ({
    file,
    upload: newUpload({
      id: newId(),
      filename: file.name,
      contentType: mediaTypeOf(file),
      size: file.size,
      turn: nextTurn(),
    }),
  }));
  const refusals = preflight(
    added.map(({ upload }) => upload),
    allowance,
    { files: open.length, bytes: unsent.reduce((all, { size }) => all + size, 0) },
  );
  return added.map(({ file, upload }, index) => {
    const sentence = refusals[index];
    if (!sentence) return { file, upload };
    return { file, upload: advance(upload, { type: "failed", sentence, canRetry: false }) };
  });
}
