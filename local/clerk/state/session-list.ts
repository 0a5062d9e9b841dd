import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import type { SessionRow } from "./sessions";
import { readCount } from "./user-list";

const FILTERS = ["user_id", "client_id", "status"];
const PAGING = ["limit", "offset", "paginated"];

/** One page of the sessions that the query's filters leave, newest first, and how many there are. */
export function listSessions(
  ctx: ClerkContext,
  query: URLSearchParams,
): { page: SessionRow[]; total: number } {
  const conditions = ["1"];
  const values: string[] = [];
  for (const [name, value] of query) {
    if (PAGING.includes(name)) continue;
    if (!FILTERS.includes(name)) throw new ClerkError("form_param_unknown", { param: name });
    conditions.push(`${name} = ?`);
    values.push(value);
  }
  const from = `from sessions where ${conditions.join(" and ")}`;
  const limit = readCount(query, "limit", 10, 500);
  const offset = readCount(query, "offset", 0, Number.MAX_SAFE_INTEGER);
  const page = ctx.database
    .prepare(`select * ${from} order by created_at desc, rowid desc limit ? offset ?`)
    .all(...values, limit, offset);
  const { total } = ctx.database.prepare(`select count(*) as total ${from}`).get(...values) as {
    total: number;
  };
  return { page: page as unknown as SessionRow[], total };
}
