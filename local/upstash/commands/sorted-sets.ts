import { type Reply, ReplyError, requireArguments, requireFloat, requireInteger } from "../reply";
import type { Store } from "../store";

export function zincrby(store: Store, args: string[]): Reply {
  const [key = "", amount, member = ""] = requireArguments(args, 3, "zincrby");
  const scores = store.read(key, "zset") ?? new Map<string, number>();
  const score = (scores.get(member) ?? 0) + requireFloat(amount);
  scores.set(member, score);
  store.write(key, "zset", scores);
  return String(score);
}

/** ZRANGE key start stop [REV] [WITHSCORES], by rank only. */
export function zrange(store: Store, args: string[]): Reply {
  const [key = "", from, to, ...options] = requireArguments(args, 3, "zrange");
  const flags = requireFlags(options, ["REV", "WITHSCORES"]);
  const ranked = rank(store.read(key, "zset") ?? new Map());
  if (flags.has("REV")) ranked.reverse();
  const start = fromEnd(requireInteger(from), ranked.length);
  const stop = fromEnd(requireInteger(to), ranked.length);
  return flatten(ranked.slice(start, stop + 1), flags.has("WITHSCORES"));
}

/** ZUNION count key… [WITHSCORES]: scores of one member are added up. */
export function zunion(store: Store, args: string[]): Reply {
  const [count, ...rest] = requireArguments(args, 2, "zunion");
  const keyCount = requireInteger(count);
  const flags = requireFlags(rest.slice(keyCount), ["WITHSCORES"]);
  const sum = new Map<string, number>();
  for (const key of rest.slice(0, keyCount)) {
    for (const [member, score] of store.read(key, "zset") ?? []) {
      sum.set(member, (sum.get(member) ?? 0) + score);
    }
  }
  return flatten(rank(sum), flags.has("WITHSCORES"));
}

type Ranked = [member: string, score: number][];

function rank(scores: Map<string, number>): Ranked {
  return [...scores].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
}

function flatten(ranked: Ranked, withScores: boolean): string[] {
  return ranked.flatMap(([member, score]) => (withScores ? [member, String(score)] : [member]));
}

function fromEnd(index: number, length: number): number {
  return index < 0 ? Math.max(index + length, index === -1 ? -1 : 0) : index;
}

function requireFlags(options: string[], known: string[]): Set<string> {
  const flags = options.map((option) => option.toUpperCase());
  if (flags.some((flag) => !known.includes(flag))) throw new ReplyError("ERR syntax error");
  return new Set(flags);
}
