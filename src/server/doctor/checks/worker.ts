import { WORKER_SILENCE_SECONDS } from "~/server/jobs/service";
import { type Check, fail, ok } from "../check";

export const worker: Check = {
  id: "worker",
  group: "Parts",
  title: "A worker is alive",
  after: "database",
  async run({ db }) {
    const workers = await db.$queryRaw<{ slots: number; age: number }[]>`
      SELECT slots, extract(epoch FROM now() - "heartbeatAt")::float8 AS age FROM "Worker"
      ORDER BY "heartbeatAt" DESC`;
    const alive = workers.filter(({ age }) => age <= WORKER_SILENCE_SECONDS);
    const [newest] = workers;
    if (alive.length === 0) {
      const last = newest ? ` The last one was heard ${Math.round(newest.age)} s ago.` : "";
      return fail(
        `No worker runs: videos stay in the queue.${last}`,
        "Start one, under a supervisor that restarts it: npm run worker",
      );
    }
    const slots = alive.reduce((sum, it) => sum + it.slots, 0);
    return ok(
      `${count(alive.length, "worker")} with ${count(slots, "slot")}, heard ${Math.round(newest?.age ?? 0)} s ago.`,
    );
  },
};

function count(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? "" : "s"}`;
}
