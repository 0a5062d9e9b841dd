import { createBuiltinGenerator } from "./builtin/generator";
import type { Generator } from "./generator";

/** Every model that can be chosen, the default first. */
export function createGenerators(options: { ffmpegPath?: string | undefined }): Generator[] {
  return [createBuiltinGenerator(options)];
}
