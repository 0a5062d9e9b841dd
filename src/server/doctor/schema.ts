import { z } from "zod";

/** "warn" works but is worth a look; "skipped" could not be asked, and its detail says why. */
export const CheckStatus = z.enum(["ok", "warn", "fail", "skipped"]);
export type CheckStatus = z.infer<typeof CheckStatus>;

/** Where in the list a check stands. */
export const CHECK_GROUPS = ["Configuration", "Clerk", "Parts", "Public address"] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** One line of the doctor's list. Nothing in it is a secret or a token. */
export type CheckResult = {
  id: string;
  group: CheckGroup;
  title: string;
  status: CheckStatus;
  /** What was seen, with its number. */
  detail: string;
  /** What to do about it, exactly; null when there is nothing to do. */
  mend: string | null;
  tookMs: number;
};

/** What a check will be called once it has run. */
export type CheckPlan = Pick<CheckResult, "id" | "group" | "title">;

/** First the whole list, then each line as it is known. */
export type DoctorNews =
  | { kind: "plan"; checks: CheckPlan[] }
  | { kind: "result"; result: CheckResult };
