import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { hashPassword, isPassword, requirePasswordShape } from "../state/passwords";
import { getUser, type UserRow, updateUser } from "../state/users";

// Clerk's default lockout policy: a hundred misses, then an hour's pause.
const MAX_FAILED_PASSWORDS = 100;
const LOCKOUT_MS = 60 * 60 * 1000;

/** A new password, which also ends a lockout. @throws ClerkError when it is too short or too long. */
export async function readNewPassword(password: string, param: string): Promise<Partial<UserRow>> {
  requirePasswordShape(password, param);
  return { password_hash: await hashPassword(password), failed_passwords: 0, locked_until: 0 };
}

/** @throws ClerkError `user_banned`. */
export function requireWelcome(user: UserRow): void {
  if (user.banned) throw new ClerkError("user_banned");
}

/** @throws ClerkError when it is another password, the user has none or is locked out. */
export async function requirePassword(
  ctx: ClerkContext,
  user: UserRow,
  password: string,
  param = "password",
): Promise<void> {
  if (user.locked_until > ctx.now()) throw new ClerkError("user_locked");
  if (!user.password_hash) throw new ClerkError("strategy_for_user_invalid", { param });
  if (await isPassword(user.password_hash, password)) {
    if (user.failed_passwords > 0) updateUser(ctx, user.id, { failed_passwords: 0 });
    return;
  }
  const failed = getUser(ctx, user.id).failed_passwords + 1;
  const isLocked = failed >= MAX_FAILED_PASSWORDS;
  updateUser(ctx, user.id, {
    failed_passwords: isLocked ? 0 : failed,
    locked_until: isLocked ? ctx.now() + LOCKOUT_MS : user.locked_until,
  });
  throw new ClerkError("form_password_incorrect", { param });
}
