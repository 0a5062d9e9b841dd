import { BUILTIN_CARD } from "./builtin/card";
import type { ModelCard } from "./schema";

/** Every model that can be chosen, the default first. */
export const MODELS: readonly ModelCard[] = [BUILTIN_CARD];

/** @returns the model's card, or null when there is none of that name. */
export function findModel(id: string): ModelCard | null {
  return MODELS.find((card) => card.id === id) ?? null;
}
