import { randomInt, timingSafeEqual } from "node:crypto";
import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { sendMail } from "./mails";

const LIFETIME_MS = 10 * 60 * 1000;
const MAX_ATTEMPTS = 5;
/** Clerk's documented code for addresses that contain `+clerk_test`. */
const TEST_CODE = "424242";

interface EmailCodeRow {
  attempt_id: string;
  email: string;
  code: string;
  attempts: number;
  expire_at: number;
}

/** Mails six random digits; they replace an earlier code of the same attempt. */
export function sendEmailCode(ctx: ClerkContext, attemptId: string, email: string): void {
  const isTestAddress = (email.split("@")[0] ?? "").includes("+clerk_test");
  const code = isTestAddress ? TEST_CODE : String(randomInt(1_000_000)).padStart(6, "0");
  ctx.database
    .prepare("insert or replace into email_codes values (?, ?, ?, 0, ?)")
    .run(attemptId, email, code, ctx.now() + LIFETIME_MS);
  sendMail(ctx, { recipient: email, subject: `${code} is your verification code`, code });
}

export function findEmailCode(
  ctx: ClerkContext,
  attemptId: string,
  email: string,
): EmailCodeRow | null {
  const row = ctx.database
    .prepare("select * from email_codes where attempt_id = ? and email = ?")
    .get(attemptId, email);
  return (row as EmailCodeRow | undefined) ?? null;
}

/**
 * Spends the attempt's code, which counts only for the address that it was mailed to.
 * @throws ClerkError when none was sent, it is too old, was missed too often or is another one.
 */
export function requireEmailCode(
  ctx: ClerkContext,
  attemptId: string,
  email: string,
  code: string,
): void {
  const sent = findEmailCode(ctx, attemptId, email);
  if (!sent) throw new ClerkError("verification_missing");
  if (sent.expire_at <= ctx.now()) throw new ClerkError("verification_expired");
  if (sent.attempts >= MAX_ATTEMPTS) throw new ClerkError("verification_failed");
  const given = Buffer.from(code);
  const expected = Buffer.from(sent.code);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    ctx.database
      .prepare("update email_codes set attempts = attempts + 1 where attempt_id = ?")
      .run(attemptId);
    throw new ClerkError("form_code_incorrect", { param: "code" });
  }
  ctx.database.prepare("delete from email_codes where attempt_id = ?").run(attemptId);
}
