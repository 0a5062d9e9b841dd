import { copyFile, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CLIP_SECONDS, CLIPS, type Clip, clipSources } from "~/app/(site)/clips";
import { BUILTIN_CARD } from "~/server/platform/generators/builtin/card";
import { chooseVideoWriter } from "~/server/platform/generators/builtin/encoding/choose-video-writer";
import type { OpenVideoWriter } from "~/server/platform/generators/builtin/encoding/video-writer";
import { createFilm } from "~/server/platform/generators/builtin/film/film";
import { renderFilm } from "~/server/platform/generators/builtin/render-film";
import { soundFilm } from "~/server/platform/generators/builtin/sound/sound-film";
import { drawStylePictures } from "./style-pictures";
import { recordVoices } from "./voice-samples";

// `npm run clips [id …]`: renders the films of the public pages into public/, and for `styles` the
// pictures by which the composer shows its styles, for `voices` what it plays of them. Drawn as the product
// draws them, but silent and light: nine play at once on a page that somebody sees for the first time.
const CRF = 27;
const MAX_BITS_PER_SECOND = 380_000;

const publicFolder = path.join(import.meta.dirname, "../public");
const openVideo = await chooseVideoWriter(process.env.FFMPEG_PATH);
const openLightVideo: OpenVideoWriter = ({ soundtrack: _, ...target }) =>
  openVideo({ ...target, crf: CRF, maxBitsPerSecond: MAX_BITS_PER_SECOND });

const wanted = process.argv.slice(2);
await mkdir(path.join(publicFolder, "clips"), { recursive: true });
for (const clip of CLIPS) {
  if (wanted.length === 0 || wanted.includes(clip.id)) await renderClip(clip);
}
if (wanted.length === 0 || wanted.includes("styles")) await drawStylePictures(publicFolder);
if (wanted.length === 0 || wanted.includes("voices")) await recordVoices(publicFolder);

async function renderClip(clip: Clip) {
  const { id, ...look } = clip;
  const recipe = { ...look, model: BUILTIN_CARD.id, duration: CLIP_SECONDS };
  const directory = await mkdtemp(path.join(tmpdir(), "t2m-clip-"));
  const film = await createFilm(recipe);
  const { video, poster } = await renderFilm(openLightVideo, {
    film,
    recipe,
    directory,
    makeSound: soundFilm,
    onProgress: () => undefined,
  });
  const target = clipSources(clip);
  await copyFile(video.path, path.join(publicFolder, target.video));
  await copyFile(poster.path, path.join(publicFolder, target.poster));
  const { size } = await stat(path.join(publicFolder, target.video));
  console.log(`${id.padEnd(10)} ${Math.round(size / 1000)} kB`);
  await rm(directory, { recursive: true });
}
