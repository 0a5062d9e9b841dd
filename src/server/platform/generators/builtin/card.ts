import { AspectRatio, type ModelCard, Quality, Style, Voice } from "../schema";

export const BUILTIN_CARD: ModelCard = {
  id: "builtin",
  name: "T2M Studio",
  description:
    "Draws your prompt as an animated film with music and a voice, on this machine, without any key.",
  minDurationSeconds: 3,
  maxDurationSeconds: 30,
  qualities: Quality.options,
  aspectRatios: AspectRatio.options,
  styles: Style.options,
  maxScenes: 8,
  maxPictures: 4,
  voices: Voice.options,
  burnsCaptions: true,
};
