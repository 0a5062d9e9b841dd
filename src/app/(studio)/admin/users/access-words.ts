import type { Permission, Role, Tier } from "~/server/accounts/schema";

export const ROLE_WORDS: Record<Role, { label: string; means: string }> = {
  user: { label: "Member", means: "Makes videos, and sees nothing of anybody else." },
  moderator: {
    label: "Moderator",
    means: "Looks people up, manages everybody’s jobs and reads messages.",
  },
  admin: { label: "Admin", means: "May do everything, also to other admins." },
};

export const TIER_WORDS: Record<Tier, { label: string; means: string }> = {
  free: { label: "Free", means: "Videos of up to 15 seconds in 720p, one at a time." },
  premium: {
    label: "Premium",
    means: "Videos of up to 30 seconds in 1080p, three at a time, several scenes and batches.",
  },
};

export const PERMISSION_WORDS: Record<Permission, string> = {
  "users:read": "Look people up",
  "users:write": "Change tiers, suspend",
  "jobs:manage": "Manage everybody’s jobs",
  "system:read": "See how the system is",
  "analytics:read": "See the numbers",
  "moderation:write": "Read messages and prompts",
  "audit:read": "Read the audit log",
};
