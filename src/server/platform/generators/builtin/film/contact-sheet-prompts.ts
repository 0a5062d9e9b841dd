import type { Style } from "~/server/platform/generators/schema";

/** People, animals, vehicles, food, places, weather, sport, music, space, history and ideas. */
export const PROMPTS = [
  "A red fox chases a rabbit through a snowy forest at night",
  "An old man reads a book in a library",
  "A steam train crosses the desert at noon",
  "A birthday cake with burning candles on a table",
  "Two children fly a kite over a meadow",
  "Whales leap out of the sea under the northern lights",
  "A chef juggles tomatoes in a busy kitchen",
  "A knight fights a dragon in front of a castle",
  "Lightning strikes a lighthouse on the coast",
  "A footballer kicks a ball in a full stadium",
  "Кот спит на крыше под звёздами",
  "An astronaut plants a flag on the moon",
  "A jazz band plays on a stage",
  "Hot air balloons drift over the mountains at dawn",
  "A surfer rides a wave at sunset",
  "Time flies",
  "A taxi races through the city in the rain",
  "Una tortuga nada entre los peces en el mar",
  "Dinosaurs flee from an erupting volcano",
  "Bees visit sunflowers on a summer morning",
  "Vikings row their ship across the ocean",
  "Penguins march through a blizzard",
  "A rocket launches into space",
  "An idea grows into a better tomorrow",
] as const;

export const STYLE_PROMPTS = [
  "A fox runs through an autumn forest",
  "A sailboat crosses a lake in the mountains at sunset",
  "A taxi drives through the city at night",
] as const;

export const ASPECT_PROMPTS: readonly { prompt: string; style: Style }[] = [
  { prompt: "A hot air balloon rises over the mountains at dawn", style: "cinematic" },
  { prompt: "Two dolphins leap out of the sea", style: "watercolor" },
  { prompt: "A robot dances in the city at night", style: "neon" },
  { prompt: "A bear eats honey in the forest", style: "clay" },
];
