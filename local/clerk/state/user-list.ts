import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import type { UserRow } from "./users";

const ORDERS = [
  "created_at",
  "updated_at",
  "first_name",
  "last_name",
  "last_active_at",
  "last_sign_in_at",
];
const TIMES = /^(created_at|last_active_at|last_sign_in_at)_(before|after)$/;
const PAGING = ["limit", "offset", "order_by", "paginated"];
const LISTS: Record<string, string> = {
  email_address: "email",
  user_id: "id",
  external_id: "external_id",
};

/** One page of the users that the query's filters leave; at most 500. */
export function listUsers(ctx: ClerkContext, query: URLSearchParams): UserRow[] {
  const { where, values } = filter(query);
  const limit = readCount(query, "limit", 10, 500);
  const offset = readCount(query, "offset", 0, Number.MAX_SAFE_INTEGER);
  return ctx.database
    .prepare(`select * from users where ${where} order by ${order(query)}, id limit ? offset ?`)
    .all(...values, limit, offset) as unknown as UserRow[];
}

/** How many users the same filters leave. */
export function countUsers(ctx: ClerkContext, query: URLSearchParams): number {
  const { where, values } = filter(query);
  const row = ctx.database
    .prepare(`select count(*) as total from users where ${where}`)
    .get(...values) as { total: number };
  return row.total;
}

/** A whole number from the query. @throws ClerkError when it is not one. */
export function readCount(query: URLSearchParams, name: string, fallback: number, max: number) {
  const text = query.get(name) ?? String(fallback);
  if (!/^\d{1,15}$/.test(text)) {
    throw new ClerkError("form_param_format_invalid", { param: name });
  }
  return Math.min(Number(text), max);
}

function order(query: URLSearchParams): string {
  const [, sign, column = ""] = /^([+-]?)(\w+)$/.exec(query.get("order_by") ?? "-created_at") ?? [];
  const known = column === "email_address" ? "email" : column;
  if (known !== "email" && !ORDERS.includes(known)) {
    throw new ClerkError("form_param_format_invalid", { param: "order_by" });
  }
  return `${known} ${sign === "-" ? "desc" : "asc"}`;
}

function filter(query: URLSearchParams) {
  const conditions = ["1"];
  const values: (string | number)[] = [];
  for (const name of new Set(query.keys())) {
    if (PAGING.includes(name)) continue;
    const given = query.getAll(name);
    const [, timeColumn, side] = TIMES.exec(name) ?? [];
    if (LISTS[name]) {
      conditions.push(`${LISTS[name]} in (${given.map(() => "?")})`);
      values.push(
        ...given.map((value) => (name === "email_address" ? value.toLowerCase() : value)),
      );
    } else if (timeColumn) {
      conditions.push(`${timeColumn} ${side === "before" ? "<" : ">"} ?`);
      values.push(Number(given[0]));
    } else if (name === "query") {
      const needle = given[0] ?? "";
      conditions.push(
        "instr(lower(id || ' ' || email || ' ' || ifnull(first_name, '') || ' ' || ifnull(last_name, '')), lower(?))",
      );
      values.push(needle);
    } else {
      throw new ClerkError("form_param_unknown", {
        param: name,
        message: `The stand-in cannot filter users by ${name}.`,
      });
    }
  }
  return { where: conditions.join(" and "), values };
}
