import { lockStaff } from "~/server/accounts/service";
import type { Database, Transaction } from "~/server/platform/db";

// Clerk is asked within it, and may take its time.
const TRANSACTION = { maxWait: 5_000, timeout: 20_000 };

const turns = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs `change` alone among all that change who may do what: two admins who demote each other in the
 * same moment come one after the other, and the second is no admin any more.
 */
export async function inStaffTurn<Result>(
  db: Database,
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  // Within a process in line too: `change` needs a second connection while it holds the lock.
  const result = (turns.get(db) ?? Promise.resolve()).then(() =>
    db.$transaction(async (tx) => {
      await lockStaff(tx);
      return change(tx);
    }, TRANSACTION),
  );
  turns.set(
    db,
    result.catch(() => undefined),
  );
  return result;
}
