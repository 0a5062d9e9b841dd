import type { Voice } from "~/server/platform/generators/schema";

/** How people know the voices; the samples stand in public/ (`npm run clips voices`). */
export const VOICES: Record<Voice, { name: string; sound: string; sample: string }> = {
  clara: { name: "Clara", sound: "Clear", sample: "/voices/clara.m4a" },
  angus: { name: "Angus", sound: "Scottish", sample: "/voices/angus.m4a" },
  ralph: { name: "Ralph", sound: "Deep", sample: "/voices/ralph.m4a" },
  karl: { name: "Karl", sound: "Robotic", sample: "/voices/karl.m4a" },
  otto: { name: "Otto", sound: "Telephone", sample: "/voices/otto.m4a" },
};
