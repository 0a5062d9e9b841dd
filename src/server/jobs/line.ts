/** Somebody who waits or is being served. */
export type Owner = {
  /** Turns to one of somebody with weight 1. */
  weight: number;
  /** Jobs of theirs that may run at the same time. */
  slots: number;
  /** The queue's clock when they were last served; null if never. */
  servedAt: number | null;
};

export type WaitingJob = {
  id: string;
  ownerId: string;
  /** The queue's clock when it came to wait. */
  clock: number;
  /** Milliseconds since 1970. */
  createdAt: number;
  isOfBatch: boolean;
  runSeconds: number;
};

/** A job that has a slot of a worker, whether it runs already or not. */
export type HeldJob = { ownerId: string; secondsLeft: number };

export type Line = {
  clock: number;
  /** Slots of all live workers. */
  capacity: number;
  owners: ReadonlyMap<string, Owner>;
  held: readonly HeldJob[];
  waiting: readonly WaitingJob[];
};

export type Start = { id: string; ownerId: string; startsInSeconds: number };

/**
 * Runs the line ahead as admission would (`admission.ts` has the same rule in SQL): who starts after
 * whom, and when, if nobody else comes and every job takes as long as expected.
 * @returns every waiting job in the order of starting. Without live workers one slot is supposed.
 */
export function runLine(line: Line): Start[] {
  const lines = ownLines(line);
  const held = line.held.map(({ ownerId, secondsLeft }) => ({ ownerId, endsAt: secondsLeft }));
  const capacity = Math.max(1, line.capacity);
  const starts: Start[] = [];
  let { clock } = line;
  let seconds = 0;
  while (starts.length < line.waiting.length) {
    const next = held.length < capacity ? findNext(lines, held) : undefined;
    const job = next?.jobs.shift();
    if (next && job) {
      clock = Math.max(clock, next.turn);
      next.turn = clock + 1 / next.weight;
      held.push({ ownerId: job.ownerId, endsAt: seconds + job.runSeconds });
      starts.push({ id: job.id, ownerId: job.ownerId, startsInSeconds: seconds });
      continue;
    }
    held.sort((a, b) => a.endsAt - b.endsAt);
    const ended = held.shift();
    // Nobody holds a slot and still nobody may start: an owner without any slots.
    if (!ended) break;
    seconds = Math.max(seconds, ended.endsAt);
  }
  return starts;
}

type OwnLine = { ownerId: string; weight: number; slots: number; turn: number; jobs: WaitingJob[] };

function ownLines({ waiting, owners }: Line): OwnLine[] {
  return [...Map.groupBy(waiting, ({ ownerId }) => ownerId)].flatMap(([ownerId, jobs]) => {
    const owner = owners.get(ownerId);
    const own = jobs.toSorted(
      (a, b) => Number(a.isOfBatch) - Number(b.isOfBatch) || compareAge(a, b),
    );
    const [first] = own;
    if (!owner || !first) return [];
    const { weight, slots, servedAt } = owner;
    const turn = Math.max(first.clock, servedAt ?? 0) + 1 / weight;
    return [{ ownerId, weight, slots, turn, jobs: own }];
  });
}

function findNext(lines: readonly OwnLine[], held: readonly { ownerId: string }[]) {
  const running = new Map<string, number>();
  for (const { ownerId } of held) running.set(ownerId, (running.get(ownerId) ?? 0) + 1);
  let best: OwnLine | undefined;
  for (const own of lines) {
    if (own.jobs.length === 0 || (running.get(own.ownerId) ?? 0) >= own.slots) continue;
    if (!best || compareTurn(own, best) < 0) best = own;
  }
  return best;
}

function compareTurn(a: OwnLine, b: OwnLine): number {
  const [first, second] = [a.jobs[0], b.jobs[0]];
  return a.turn - b.turn || (first && second ? compareAge(first, second) : 0);
}

function compareAge(a: WaitingJob, b: WaitingJob): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
