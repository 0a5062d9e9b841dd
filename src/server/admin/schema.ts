import { z } from "zod";
import {
  type AccountView,
  type Entitlements,
  Permission,
  Role,
  Tier,
} from "~/server/accounts/schema";
import type { JobStatus } from "~/server/jobs/schema";
import { Id, isKeepable, PageCursor, PageLimit } from "~/server/schema";

const PERMISSION_SENTENCE = "This is not a permission that T2M knows.";
const ACTION_SENTENCE = "This is not something that people with rights do here.";
const SEARCH_SENTENCE = "Search with at most 100 letters.";

const SearchWords = z
  .string(SEARCH_SENTENCE)
  .trim()
  .max(100, SEARCH_SENTENCE)
  .refine(isKeepable, SEARCH_SENTENCE)
  .optional();

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

const UserId = z
  .string("Say whose account.")
  .min(1)
  .max(100)
  .refine(isKeepable, "Say whose account.");

const Reason = z
  .string("Say why, in a few words.")
  .trim()
  .min(3, "Say why, in a few words.")
  .max(300, "The reason can have 300 letters.")
  .refine(isKeepable, "The reason has invisible characters in it.");

export const ListUsersInput = z.object({
  cursor: z.string().max(1000, "This page cannot be found. Start from the first one.").nullish(),
  limit: PageLimit.default(20),
  /** A part of an e-mail address or a name, or an id. */
  search: SearchWords,
  role: Role.optional(),
  tier: Tier.optional(),
  isSuspended: z.boolean().optional(),
  sort: z.enum(["newest", "oldest", "email"], "Sort by newest, oldest or email.").default("newest"),
});
export type ListUsersInput = z.infer<typeof ListUsersInput>;

export const UserInput = z.strictObject({ userId: UserId });

export const UpdateUserInput = z
  .strictObject({
    userId: UserId,
    role: Role.optional(),
    /** All that are granted on top of the role from now on. */
    permissions: z
      .array(z.enum(Permission.options, PERMISSION_SENTENCE), "Say which permissions.")
      .max(Permission.options.length, "Each permission can be given once.")
      .optional(),
    tier: Tier.optional(),
  })
  .refine(({ role, permissions, tier }) => role ?? permissions ?? tier, "Say what should change.");
export type UpdateUserInput = z.infer<typeof UpdateUserInput>;

export const SuspendUserInput = z.discriminatedUnion("isSuspended", [
  z.strictObject({ userId: UserId, isSuspended: z.literal(true), reason: Reason }),
  z.strictObject({ userId: UserId, isSuspended: z.literal(false), reason: Reason.optional() }),
]);
export type SuspendUserInput = z.infer<typeof SuspendUserInput>;

/** `admin.users.list` items. */
export type UserView = {
  id: string;
  email: string;
  name: string | null;
  imageUrl: string | null;
  role: Role;
  /** Granted on top of the role. */
  permissions: Permission[];
  tier: Tier;
  suspendedAt: string | null;
  createdAt: string;
  videos: number;
  storageBytes: number;
  /** Nobody else could run the place: neither role nor access can be taken. */
  isLastAdmin: boolean;
};

/** `admin.users.get` */
export type UserDetails = {
  user: UserView;
  usage: AccountView["usage"];
  entitlements: Entitlements;
  jobs: Record<JobStatus, number>;
  /** Null while Clerk does not answer. */
  sessions:
    | {
        id: string;
        createdAt: string;
        lastActiveAt: string;
        device: string;
        place: string | null;
        isMobile: boolean;
      }[]
    | null;
  /** What was done to them; null for those who may not read the audit log. */
  acts: AuditView[] | null;
};

/** `admin.users.summary` */
export type UsersSummary = {
  members: number;
  premium: number;
  suspended: number;
  storageBytes: number;
  /** The last 14 days, oldest first, in UTC. */
  joined: { day: string; people: number }[];
};

const STAFF_JOB_FILTERS = ["active", "waiting", "running", "failed", "ended", "all"] as const;

export const ListStaffJobsInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(20),
  /** "active" = waiting or running; "ended" = made, failed or canceled. */
  filter: z
    .enum(STAFF_JOB_FILTERS, `Choose which jobs: ${STAFF_JOB_FILTERS.join(", ")}.`)
    .default("active"),
  /** A user's id, or a part of their e-mail address. */
  owner: SearchWords,
  /** Only jobs that were asked for at least this long ago. */
  olderThanMinutes: z.int().min(0).max(525_600, "A year is as far as this goes.").optional(),
});
export type ListStaffJobsInput = z.infer<typeof ListStaffJobsInput>;

export const ForceFailInput = z.strictObject({ jobId: Id, reason: Reason });
export type ForceFailInput = z.infer<typeof ForceFailInput>;

export const RequeueInput = z.strictObject({ jobId: Id });
export type RequeueInput = z.infer<typeof RequeueInput>;

/** `admin.jobs.list` items: anybody's job. */
export type StaffJobView = {
  id: string;
  videoId: string;
  owner: { id: string; email: string };
  status: JobStatus;
  phase: string;
  progress: number;
  /** Null for those who may not judge what people make. */
  prompt: string | null;
  promptLength: number;
  duration: number;
  quality: string;
  aspectRatio: string;
  error: { code: string; message: string } | null;
  /** What the machine said when the job last changed. */
  detail: string | null;
  attempt: number;
  failures: number;
  losses: number;
  workerId: string | null;
  /** Whether its video has a newer job. */
  isReplaced: boolean;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** The last sign of life. */
  updatedAt: string;
};

/** `admin.jobs.summary` */
export type JobsSummary = {
  waiting: number;
  running: number;
  /** The last 24 hours by the hour in which jobs ended, oldest first. */
  hours: { hour: string; succeeded: number; failed: number; canceled: number }[];
};

export const ListMessagesInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(20),
  filter: z.enum(["open", "handled", "all"], "Choose open, handled or all.").default("open"),
});
export type ListMessagesInput = z.infer<typeof ListMessagesInput>;

export const HandleMessageInput = z.strictObject({ messageId: Id, isHandled: z.boolean() });
export type HandleMessageInput = z.infer<typeof HandleMessageInput>;

/** `admin.messages.list` items: what somebody wrote on the contact page. */
export type MessageView = {
  id: string;
  name: string;
  email: string;
  message: string;
  userId: string | null;
  createdAt: string;
  handledAt: string | null;
};
