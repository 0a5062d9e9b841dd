import type { Env } from "~/env";
import type { Adapters } from "~/server/context";
import type { CheckGroup, CheckResult } from "./schema";

/** The lines of the configuration that checks look at. */
export type Settings = Pick<
  Env,
  | "APP_ORIGIN"
  | "CLERK_PUBLISHABLE_KEY"
  | "CLERK_SECRET_KEY"
  | "CLERK_JWT_KEY"
  | "CLERK_FAPI_URL"
  | "CLERK_API_URL"
  | "CLERK_WEBHOOK_SIGNING_SECRET"
  | "FILE_SIGNING_SECRET"
  | "FILE_SIGNING_KEYS"
  | "FFMPEG_PATH"
  | "HSTS_MAX_AGE_SECONDS"
>;

export type DoctorParts = Pick<
  Adapters,
  "db" | "events" | "storage" | "limiter" | "identity" | "signingKeys" | "now"
>;

export type DoctorContext = DoctorParts & {
  settings: Settings;
  /** Where the migrations lie that this version of T2M comes with. */
  migrationsFolder: string;
  /** The session that asks; null in a terminal. */
  sessionId: string | null;
};

export type Finding = Pick<CheckResult, "status" | "detail" | "mend">;

export type Check = {
  id: string;
  group: CheckGroup;
  title: string;
  /** A check without whose "ok" or "warn" this one can say nothing. */
  after?: string;
  /** Whatever it throws is a failure with that message. */
  run(ctx: DoctorContext): Promise<Finding>;
};

export const ok = (detail: string): Finding => ({ status: "ok", detail, mend: null });
export const warn = (detail: string, mend: string): Finding => ({ status: "warn", detail, mend });
export const fail = (detail: string, mend: string): Finding => ({ status: "fail", detail, mend });
export const skipped = (detail: string, mend: string | null = null): Finding => ({
  status: "skipped",
  detail,
  mend,
});

/** The reason of a `fetch` that failed is one level deeper than its message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}
