const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);

/** SQLSTATE classes 08 (connection exception), 57P0x (shutdown) and 53300 (too many connections). */
const SQLSTATE = /^(08\w{3}|57P0[1-5]|53300|57014)$/;

const NODE_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE"]);

// A raw query fails as P2010 whatever the cause; a Unix socket that is not there is ENOENT, as any
// missing file is.
const UNREACHABLE =
  /Can't reach database server|Server has closed the connection|Too many database connections|connect ENOENT/;

// Prisma wraps what the driver says under codes of its own, and then only the words are left.
const LOST_CONNECTION =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|terminating connection|Connection terminated|not queryable|Code: `(?:08\w{3}|57P0[1-5]|53300)`|Unable to start a transaction|Transaction not found|Transaction already closed/i;

/** Whether an error means that Postgres could not be asked, rather than that it refused. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const code = "code" in error ? String(error.code) : "";
  if (PRISMA_CODES.has(code) || SQLSTATE.test(code) || NODE_CODES.has(code)) return true;
  if (error.name === "PrismaClientInitializationError") return true;
  if (LOST_CONNECTION.test(error.message) || UNREACHABLE.test(error.message)) return true;
  return isDatabaseUnavailable(error.cause, depth + 1);
}
