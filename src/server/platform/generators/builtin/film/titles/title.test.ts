import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { AspectRatio, frameSize, Style } from "~/server/platform/generators/schema";
import { loadPictures } from "../artwork/pictures";
import { contrastRatio, luminance } from "../drawing/color";
import { createScreen } from "../stage/screen";
import { drawStage, stageScene } from "../stage/stage-scene";
import { createStoryboard } from "../storyboard";
import { lookOf } from "../styles/styles";
import { MINIMUM_CONTRAST } from "./legibility";
import { drawTitle } from "./title-motion";

const PROMPTS = [
  "A train crosses the desert at noon",
  "penguins walk in the snow",
  "sunrise over the sea",
];

async function stageFirst(prompt: string, style: Style, aspectRatio: AspectRatio) {
  const { width, height } = frameSize("480p", aspectRatio);
  const board = createStoryboard({
    model: "builtin",
    prompt,
    duration: 5,
    quality: "480p",
    aspectRatio,
    style,
    seed: 3,
  });
  const [scene] = board.scenes;
  if (!scene) throw new Error("no scene");
  const images = await loadPictures([...scene.cast, ...scene.props].map(({ picture }) => picture));
  const screen = createScreen(width, height, lookOf(style), scene.seed);
  return { staged: stageScene(scene, screen, style, images), width, height };
}

describe("a title", () => {
  const cases = Style.options.flatMap((style) =>
    AspectRatio.options.map((ratio) => [style, ratio] as const),
  );

  it.each(cases)(
    "in %s and %s stands out from the drawn pixels behind it",
    async (style, ratio) => {
      for (const prompt of PROMPTS) {
        const { staged, width, height } = await stageFirst(prompt, style, ratio);
        const { title } = staged;
        if (!title) throw new Error("a Latin title that was not set");
        const context = createCanvas(width, height).getContext("2d");
        const stands = title.end - title.start;
        for (const share of [0.2, 0.4, 0.6, 0.85]) {
          const seconds = title.start + stands * share;
          staged.screen.show(context, seconds, (drawing) => drawStage(drawing, staged, seconds));
          drawTitle(context, title, seconds, false);
          for (const word of title.words) {
            const { data } = context.getImageData(
              Math.floor(word.x),
              Math.floor(word.y - title.pixels * 0.75),
              Math.ceil(word.width),
              Math.ceil(title.pixels * 0.8),
            );
            const ratios: number[] = [];
            for (let index = 0; index < data.length; index += 4 * 7) {
              const pixel = [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0] as const;
              ratios.push(contrastRatio(luminance(title.ink), luminance(pixel)));
            }
            ratios.sort((a, b) => a - b);
            expect(ratios[Math.floor(ratios.length * 0.01)]).toBeGreaterThanOrEqual(
              MINIMUM_CONTRAST,
            );
          }
        }
      }
    },
  );

  it.each(AspectRatio.options)("stays inside the safe area of %s", async (ratio) => {
    const { staged, width, height } = await stageFirst(PROMPTS[0] ?? "", "cinematic", ratio);
    for (const word of staged.title?.words ?? []) {
      expect(word.x).toBeGreaterThanOrEqual(width * 0.05);
      expect(word.x + word.width).toBeLessThanOrEqual(width * 0.95);
      expect(word.y).toBeLessThan(height * 0.95);
      expect(word.y - (staged.title?.pixels ?? 0)).toBeGreaterThan(height * 0.03);
    }
  });

  it("is left away when no font of the project can write it", async () => {
    const { staged } = await stageFirst("𒀀𒁀 𒀀𒁀", "cinematic", "16:9");
    expect(staged.title).toBeUndefined();
  });
});
