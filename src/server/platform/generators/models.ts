import { BUILTIN_CARD } from "./builtin/card";
import type { ModelCard } from "./schema";

/** Every model that can be chosen, the default first. The web process knows no more than these cards. */
export const MODELS: readonly ModelCard[] = [BUILTIN_CARD];
