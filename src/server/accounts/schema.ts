import { z } from "zod";
import { AspectRatio, Quality, Style } from "~/server/platform/generators/schema";
import { isKeepable } from "~/server/schema";

export const Role = z.enum(["user", "moderator", "admin"]);
export type Role = z.infer<typeof Role>;

export const Tier = z.enum(["free", "premium"]);
export type Tier = z.infer<typeof Tier>;

export const Permission = z.enum([
  "users:read",
  "users:write",
  "jobs:manage",
  "system:read",
  "analytics:read",
  "moderation:write",
  "audit:read",
]);
export type Permission = z.infer<typeof Permission>;

/** What Clerk keeps for us in `public_metadata`; an unknown word counts as the least it could mean. */
export const PublicMetadata = z.object({
  role: Role.catch("user").default("user"),
  permissions: z
    .array(z.string())
    .catch([])
    .default([])
    .transform((words) => words.flatMap((word) => Permission.safeParse(word).data ?? [])),
  subscription_tier: Tier.catch("free").default("free"),
});

const EVERYTHING = Permission.options;

/** What comes with a role. A single permission can be granted to anybody on top. */
export const ROLE_PERMISSIONS = {
  user: [],
  moderator: ["users:read", "jobs:manage", "moderation:write"],
  admin: EVERYTHING,
} as const satisfies Record<Role, readonly Permission[]>;

/** Whether somebody has a right, by role or by grant. In the browser it only decides what is shown. */
export function can(viewer: Pick<Viewer, "role" | "permissions">, permission: Permission): boolean {
  const byRole: readonly Permission[] = ROLE_PERMISSIONS[viewer.role];
  return byRole.includes(permission) || viewer.permissions.includes(permission);
}

/** Roles are a ladder: an admin may do what a moderator may. */
export function hasRole(viewer: Pick<Viewer, "role">, role: Role): boolean {
  return Role.options.indexOf(viewer.role) >= Role.options.indexOf(role);
}

/** Tiers are a ladder too. */
export function hasTier(viewer: Pick<Viewer, "tier">, tier: Tier): boolean {
  return Tier.options.indexOf(viewer.tier) >= Tier.options.indexOf(tier);
}

/** Who asks. Built once per request by `accounts/service.ts`. */
export type Viewer = {
  id: string;
  email: string;
  name: string | null;
  imageUrl: string | null;
  role: Role;
  permissions: Permission[];
  tier: Tier;
  /** A suspended person is refused everywhere, with a sentence that says so. */
  isSuspended: boolean;
};

const GiB = 1024 ** 3;
const MiB = 1024 ** 2;

/** What each tier may do: the pricing page, the checks and the composer all read these rows. */
export const ENTITLEMENTS = {
  free: {
    maxDurationSeconds: 15,
    maxQuality: "720p",
    maxRunningJobs: 1,
    storageBytes: 2 * GiB,
    maxFileBytes: 512 * MiB,
    maxScenes: 1,
    maxBatchRows: 0,
    queueWeight: 1,
  },
  premium: {
    maxDurationSeconds: 30,
    maxQuality: "1080p",
    maxRunningJobs: 3,
    storageBytes: 50 * GiB,
    maxFileBytes: 4 * GiB,
    maxScenes: 8,
    maxBatchRows: 1_000,
    queueWeight: 4,
  },
} as const satisfies Record<Tier, Entitlements>;

export type Entitlements = {
  maxDurationSeconds: number;
  maxQuality: "480p" | "720p" | "1080p";
  /** Jobs of one person that may run at the same time. */
  maxRunningJobs: number;
  storageBytes: number;
  maxFileBytes: number;
  /** Scenes that one video may be told in, each with words of its own. */
  maxScenes: number;
  /** Videos that can be asked for at once; 0 = no batches. */
  maxBatchRows: number;
  /** Turns in the queue to one of somebody with weight 1, while both have videos waiting. */
  queueWeight: number;
};

const StoredPreferences = z.object({
  /** What the composer begins with; the length in seconds. */
  aspectRatio: AspectRatio.catch("16:9"),
  duration: z.int().catch(10),
  quality: Quality.catch("720p"),
  style: Style.catch("cinematic"),
  /** A tile plays its preview under the pointer. */
  playsPreviews: z.boolean().catch(true),
  /** The tab's title says how far a video is. */
  showsProgressInTitle: z.boolean().catch(true),
});
export type Preferences = z.infer<typeof StoredPreferences>;

export const DEFAULT_PREFERENCES: Preferences = StoredPreferences.parse({});

/** Reads what a row holds: what is missing, or is no choice any more, is the default. */
export const Preferences = StoredPreferences.catch(DEFAULT_PREFERENCES);

/** Only what changes. */
export const UpdatePreferencesInput = z
  .strictObject({
    aspectRatio: AspectRatio,
    duration: z.int("Choose a whole number of seconds."),
    quality: Quality,
    style: Style,
    playsPreviews: z.boolean(),
    showsProgressInTitle: z.boolean(),
  })
  .partial();
export type UpdatePreferencesInput = z.infer<typeof UpdatePreferencesInput>;

const SESSION_SENTENCE = "There is no such session.";

export const RevokeSessionInput = z.strictObject({
  sessionId: z
    .string(SESSION_SENTENCE)
    .min(1, SESSION_SENTENCE)
    .max(100, SESSION_SENTENCE)
    .refine(isKeepable, SESSION_SENTENCE),
});

/** `account.sessions`: a browser where somebody is signed in. Times are ISO 8601. */
export type SessionView = {
  id: string;
  /** The one that asks. */
  isCurrent: boolean;
  /** Words for people, each null when nobody could tell. */
  browser: string | null;
  device: string | null;
  place: string | null;
  isMobile: boolean;
  startedAt: string;
  lastActiveAt: string;
};

/** Days in which somebody can change their mind about leaving. */
export const GRACE_DAYS = 14;

export const RequestDeletionInput = z.strictObject({
  email: z.string("Write the e-mail of this account.").max(320, "This is no e-mail."),
});

/** `account.exportData`: where the archive is fetched, and what will be in it. */
export type ExportView = { url: string; files: number; bytes: number };

/** `account.me` */
export type AccountView = {
  viewer: Viewer;
  entitlements: Entitlements;
  preferences: Preferences;
  /** ISO 8601, when this account goes; null unless its owner has asked for that. */
  deletesAt: string | null;
  usage: { storageBytes: number; videos: number; runningJobs: number; queuedJobs: number };
};

const STEP_SENTENCE = "The welcome has three steps.";

export const SaveOnboardingInput = z.strictObject({
  /** How many of the three are behind; the third ends it. */
  stepsDone: z.int(STEP_SENTENCE).min(0, STEP_SENTENCE).max(2, STEP_SENTENCE),
});
export type SaveOnboardingInput = z.infer<typeof SaveOnboardingInput>;

/** `account.onboarding` */
export type OnboardingView = { stepsDone: number; isFinished: boolean };

const HOUR_SECONDS = 60 * 60;

/** How long somebody stays signed in. The server and the pages count by these same numbers. */
export const SESSION_LIMITS = {
  /** Without a sign of the person. */
  idleSeconds: 30 * 60,
  /** How long before that they are asked whether they are still there. */
  warningSeconds: 60,
  /** A busy person is reported to the server this often. */
  reportEverySeconds: 60,
  /** Work that counts as a sign of the person, for so long from its beginning. */
  busySeconds: { video: 4 * HOUR_SECONDS, upload: 24 * HOUR_SECONDS },
} as const;

/** Why a sign-in no longer counts: left alone for half an hour, or signed out, revoked, closed. */
export const EndedBecause = z.enum(["inactive", "ended"]);
export type EndedBecause = z.infer<typeof EndedBecause>;
