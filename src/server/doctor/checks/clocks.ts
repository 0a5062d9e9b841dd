import { type Check, type Finding, fail, ok, skipped, warn } from "../check";
import { askBackend } from "../clerk-api";

/** Clerk's verifier forgives five seconds; beyond that fresh tokens are refused. */
const MAX_SKEW_MS = 5_000;
const WORTH_A_LOOK_MS = 2_000;

const MEND = "Turn on time synchronisation on this machine, e.g.: timedatectl set-ntp true";

/** @param doubtMs - how far the other clock's reading can be off by itself. */
function judge(skewMs: number, doubtMs: number, whose: string): Finding {
  const size = Math.max(0, Math.abs(skewMs) - doubtMs);
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  const words = `This machine is ${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} ${whose}.`;
  if (size > MAX_SKEW_MS) return fail(words, MEND);
  if (size > WORTH_A_LOOK_MS) return warn(words, MEND);
  return ok(`It agrees with ${whose} within ${size < 1000 ? "a second" : `${seconds} s`}.`);
}

export const clerkClock: Check = {
  id: "clerk-clock",
  group: "Clerk",
  title: "The clock agrees with Clerk's",
  after: "clerk-keys",
  async run({ settings, now }) {
    const before = now().getTime();
    const answer = await askBackend(settings, "/v1/jwks");
    const between = (before + now().getTime()) / 2;
    const date = Date.parse(answer.headers.get("date") ?? "");
    if (Number.isNaN(date)) return skipped("Clerk's answer carries no date.");
    // The header has whole seconds, rounded down (RFC 9110 §5.6.7).
    return judge(between - (date + 500), 500, "Clerk");
  },
};

export const databaseClock: Check = {
  id: "database-clock",
  group: "Parts",
  title: "The clock agrees with the database's",
  after: "database",
  async run({ db, now }) {
    const before = now().getTime();
    const [row] = await db.$queryRaw<{ ms: number }[]>`
      SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
    const after = now().getTime();
    return judge((before + after) / 2 - (row?.ms ?? 0), (after - before) / 2, "the database");
  },
};
