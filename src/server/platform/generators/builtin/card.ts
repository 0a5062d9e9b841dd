import { AspectRatio, type ModelCard, Quality, Style } from "../schema";

export const BUILTIN_CARD: ModelCard = {
  id: "builtin",
  name: "T2M Studio",
  description:
    "Draws your prompt as an animated film with music, on this machine, without any key.",
  minDurationSeconds: 3,
  maxDurationSeconds: 30,
  qualities: Quality.options,
  aspectRatios: AspectRatio.options,
  styles: Style.options,
  maxScenes: 8,
  maxPictures: 4,
};
