import { AppError } from "~/server/errors";
import type { Limit, LimitAnswer, Limiter } from "~/server/platform/ratelimit";
import { toAddressKey } from "./address-key";

type LimitRow = Omit<Limit, "name"> & {
  /** Whom the window belongs to. A viewer's row falls back to the address when nobody is signed in. */
  per: "viewer" | "address";
  /** The rule as a whole sentence for people. */
  rule: string;
};

const HOUR = 3600;
const MINUTE = 60;

/**
 * How often somebody may do what. Only what costs money or fills the disk is refused while nobody can
 * count; other changes go on in small numbers, above all canceling and deleting (docs/decisions/0004).
 */
export const LIMITS = {
  "videos.generate": {
    tokens: 100,
    windowSeconds: HOUR,
    per: "viewer",
    whenDown: "refuse",
    rule: "You can start 100 videos an hour.",
  },
  "batches.create": {
    tokens: 10,
    windowSeconds: HOUR,
    per: "viewer",
    whenDown: "refuse",
    rule: "You can start 10 batches an hour.",
  },
  "account.export": {
    tokens: 6,
    windowSeconds: HOUR,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "You can take 6 copies of your data an hour.",
  },
  "contact.send": {
    tokens: 5,
    windowSeconds: HOUR,
    per: "address",
    whenDown: "local-bucket",
    rule: "You can send 5 messages an hour.",
  },
  doctor: {
    tokens: 10,
    windowSeconds: MINUTE,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "You can ask the doctor 10 times a minute.",
  },
  activity: {
    tokens: 300,
    windowSeconds: HOUR,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "Activity can be reported 300 times an hour.",
  },
  write: {
    tokens: 100,
    windowSeconds: HOUR,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "You can make 100 changes an hour.",
  },
  read: {
    tokens: 600,
    windowSeconds: MINUTE,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "You can make 600 requests a minute.",
  },
  sign: {
    tokens: 600,
    windowSeconds: MINUTE,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "You can open 600 files a minute.",
  },
  "uploads.start": {
    tokens: 600,
    windowSeconds: MINUTE,
    per: "viewer",
    whenDown: "refuse",
    rule: "You can start 600 uploads a minute.",
  },
  upload: {
    tokens: 600,
    windowSeconds: MINUTE,
    per: "viewer",
    whenDown: "local-bucket",
    rule: "You can send 600 pieces of uploads a minute.",
  },
  "shares.open": {
    tokens: 120,
    windowSeconds: MINUTE,
    per: "address",
    whenDown: "local-bucket",
    rule: "Links can be opened 120 times a minute.",
  },
  "shares.passphrase": {
    tokens: 10,
    windowSeconds: 10 * MINUTE,
    per: "address",
    whenDown: "local-bucket",
    rule: "You can try 10 passphrases in ten minutes.",
  },
  webhook: {
    tokens: 600,
    windowSeconds: MINUTE,
    per: "address",
    whenDown: "local-bucket",
    rule: "600 webhooks a minute are taken.",
  },
  /** Beside the row of every signed-in call: wide enough for a company behind one address. */
  "viewer-address": {
    tokens: 3000,
    windowSeconds: MINUTE,
    per: "address",
    whenDown: "local-bucket",
    rule: "All who share your address can make 3,000 requests a minute.",
  },
  anonymous: {
    tokens: 60,
    windowSeconds: MINUTE,
    per: "address",
    whenDown: "local-bucket",
    rule: "Without signing in you can make 60 requests a minute.",
  },
} as const satisfies Record<string, LimitRow>;

export type LimitName = keyof typeof LIMITS;

/** What `X-RateLimit-Limit`, `-Remaining` and `-Reset` say; `resetAt` in Unix seconds. */
export type Allowance = LimitAnswer;

export type LimitContext = {
  limiter: Limiter;
  viewer: { id: string } | null;
  /** The peer as the front door knows it, without its port. */
  clientAddress: string;
  now(): Date;
  /** Takes the numbers for the client, of a refusal too. */
  reportAllowance?: (allowance: Allowance) => void;
};

/**
 * Counts one call against a row of `LIMITS` and tells the client where it stands. A signed-in call
 * counts for its address too, at the same time: many accounts there win nothing without end.
 * @param options.cost - how many calls this is; default 1.
 * @param options.subject - what is counted on its own, e.g. one link among many.
 * @throws TOO_MANY_REQUESTS with the seconds until the next call may pass.
 * @throws SERVICE_UNAVAILABLE when nobody can count and the row says "refuse".
 */
export async function enforceLimit(
  ctx: LimitContext,
  name: LimitName,
  options: { cost?: number; subject?: string } = {},
): Promise<Allowance> {
  const isBoth = ctx.viewer !== null && LIMITS[name].per === "viewer";
  const [own, shared] = await Promise.all([
    consume(ctx, name, options),
    isBoth ? consume(ctx, "viewer-address", { cost: options.cost }) : null,
  ]);
  const isCrowded = own.ok && shared?.ok === false;
  const answer = isCrowded ? shared : own;
  const row = LIMITS[isCrowded ? "viewer-address" : name];
  ctx.reportAllowance?.(answer);
  if (answer.ok) return answer;
  const nowSeconds = ctx.now().getTime() / 1000;
  const retryAfterSeconds = Math.max(1, Math.ceil(answer.resetAt - nowSeconds));
  throw new AppError(
    "TOO_MANY_REQUESTS",
    `${row.rule} The next is free in ${inWords(retryAfterSeconds)}.`,
    { retryAfterSeconds },
  );
}

type Counting = { cost?: number | undefined; subject?: string | undefined };

function consume(ctx: LimitContext, name: LimitName, { cost, subject }: Counting) {
  const row: LimitRow = LIMITS[name];
  const whose = keyOf(ctx, row);
  const key = subject === undefined ? whose : `${whose}:${subject}`;
  return ctx.limiter.consume({ name, ...row }, key, cost);
}

function keyOf(ctx: LimitContext, row: LimitRow): string {
  return ctx.viewer && row.per === "viewer"
    ? `user:${ctx.viewer.id}`
    : `address:${toAddressKey(ctx.clientAddress)}`;
}

function inWords(seconds: number): string {
  const isShort = seconds < 2 * MINUTE;
  return new Intl.NumberFormat("en", {
    style: "unit",
    unit: isShort ? "second" : "minute",
    unitDisplay: "long",
  }).format(isShort ? seconds : Math.round(seconds / MINUTE));
}
