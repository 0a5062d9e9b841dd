import { copyFile, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CLIP_SECONDS, CLIPS, clipSources } from "~/app/(site)/clips";
import { createBuiltinGenerator } from "~/server/platform/generators/builtin/generator";

// `npm run clips [id …]`: renders the films of the public pages into public/, as the product would.
const wanted = process.argv.slice(2);
const generator = createBuiltinGenerator({ ffmpegPath: process.env.FFMPEG_PATH });
const publicFolder = path.join(import.meta.dirname, "../public");
await mkdir(path.join(publicFolder, "clips"), { recursive: true });

for (const clip of CLIPS) {
  if (wanted.length > 0 && !wanted.includes(clip.id)) continue;
  const { id, ...recipe } = clip;
  const directory = await mkdtemp(path.join(tmpdir(), "t2m-clip-"));
  const { video, poster } = await generator.generate({
    recipe: { ...recipe, model: generator.card.id, duration: CLIP_SECONDS },
    directory,
    signal: AbortSignal.timeout(180_000),
    onProgress: () => undefined,
  });
  const target = clipSources(clip);
  await copyFile(video.path, path.join(publicFolder, target.video));
  await copyFile(poster.path, path.join(publicFolder, target.poster));
  const { size } = await stat(path.join(publicFolder, target.video));
  console.log(`${id.padEnd(10)} ${Math.round(size / 1000)} kB`);
  await rm(directory, { recursive: true });
}
