import { z } from "zod";
import { PageCursor, PageLimit } from "~/server/schema";

const ACTION_SENTENCE = "This is not something that people with rights do here.";
const SEARCH_SENTENCE = "Search with at most 100 letters.";

const SearchWords = z.string(SEARCH_SENTENCE).trim().max(100, SEARCH_SENTENCE).optional();

/** What people with rights can do to others, as it stands in the audit log. */
export const AuditAction = z.enum(
  [
    "users.update",
    /** Clerk did not take what `users.update` announced; nothing has changed. */
    "users.updateFailed",
    "users.suspend",
    "users.reinstate",
    "jobs.forceFail",
    "jobs.requeue",
    "messages.handle",
    "messages.reopen",
  ],
  ACTION_SENTENCE,
);
export type AuditAction = z.infer<typeof AuditAction>;

// Lists are not strict: an infinite query of tRPC adds its own `direction`.
export const ListAuditInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(20),
  /** A user's id, or a part of their e-mail address. */
  actor: SearchWords,
  action: AuditAction.optional(),
  /** Whose or which: a user's, job's or message's id. */
  subjectId: SearchWords,
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;

/** `admin.audit.list` items, newest first. */
export type AuditView = {
  id: string;
  actorId: string;
  actorEmail: string;
  action: string;
  subjectId: string;
  /** The e-mail address of a user who is still there; null for anything else. */
  subjectEmail: string | null;
  /** What it was, what it became, and why. */
  detail: Record<string, unknown>;
  createdAt: string;
};
