import { countReachablePictures } from "~/server/platform/generators/builtin/film/artwork/picture-index";
import { RULE } from "./vocabulary/concrete-nouns";
import { MISFITS } from "./vocabulary/misfits";
import { scoreNouns } from "./vocabulary/score-nouns";

const NOUNS = 200;
const GOAL = 180;

const { found, score } = scoreNouns(NOUNS);
console.log(`${RULE}\n`);
for (const [index, { word, rank, kind, pictures, scenery, way }] of found.entries()) {
  const shown = [pictures.join(" + "), scenery && `${scenery} as scenery`].filter(Boolean);
  const verdict = MISFITS.has(word) ? "does not fit" : way;
  console.log(
    `${String(index + 1).padStart(3)} ${word.padEnd(12)} rank ${String(rank).padEnd(6)} ${kind.padEnd(10)} ${verdict.padEnd(13)} ${shown.join(", ")}`,
  );
}
const misfits = found.filter(({ word, way }) => way !== "neighbour" && MISFITS.has(word)).length;
console.log(
  `\nFound: ${score} of ${NOUNS}. Judged by eye to fit: ${score - misfits} (goal ${GOAL}).`,
);
console.log(`Pictures that English words reach: ${countReachablePictures()}.`);
if (score - misfits < GOAL) process.exitCode = 1;
