export type Step = 1 | 2 | 3;

/** @param from - `?step=` of the address. @returns null when it names none of the three. */
export function readStep(from: string | string[] | undefined): Step | null {
  return ([1, 2, 3] as const).find((step) => String(step) === from) ?? null;
}

export function stepPath(step: Step, idea?: string): string {
  return `/onboarding?step=${step}${idea ? `&idea=${idea}` : ""}`;
}
