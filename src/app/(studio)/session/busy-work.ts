import { SESSION_LIMITS } from "~/server/accounts/schema";

export type BusyKind = keyof typeof SESSION_LIMITS.busySeconds;

/**
 * Work under way that stands for a person who touches nothing: their film plays in a page that is
 * shown, their upload runs. Each counts for so long from its beginning, then a person is wanted again.
 */
export function createBusyWork({ now }: { now: () => number }) {
  const running = new Set<{ untilMs: number }>();
  return {
    /** @returns how to say that it is over; saying so twice changes nothing. */
    begin(kind: BusyKind): () => void {
      const work = { untilMs: now() + SESSION_LIMITS.busySeconds[kind] * 1000 };
      running.add(work);
      return () => void running.delete(work);
    },
    isBusy: (at: number): boolean => [...running].some(({ untilMs }) => at < untilMs),
  };
}

const busyWork = createBusyWork({ now: Date.now });

/** For the player and the uploader: keeps this person signed in until the returned function is called. */
export const reportBusy = busyWork.begin;

/** For the idle guard. */
export const isBusy = busyWork.isBusy;
