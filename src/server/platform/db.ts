import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "~/generated/prisma/client";

export type Database = PrismaClient;

/** What a query inside `db.$transaction` gets; `Database` satisfies it too. */
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

/**
 * @param url - a Postgres connection string.
 * @param options.answerWithinMs - a little longer than Postgres itself gives a statement: what is over it
 * is a line that has gone dead without being closed.
 */
export function createDatabase(
  url: string,
  options: { poolSize?: number; answerWithinMs?: number } = {},
): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    query_timeout: options.answerWithinMs ?? 6_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  return new PrismaClient({ adapter });
}
