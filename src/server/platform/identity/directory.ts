import type { ClerkClient, User } from "@clerk/backend";
import { unavailable } from "./unavailable";

export type IdentityUser = {
  id: string;
  email: string;
  name: string | null;
  imageUrl: string | null;
  metadata: unknown;
  updatedAt: Date;
};

/** A browser where somebody is signed in, as Clerk knows it. */
export type IdentitySession = {
  id: string;
  userId: string;
  createdAt: Date;
  lastActiveAt: Date;
  expiresAt: Date;
  /** Words for people, each null when Clerk could not tell. */
  device: { browser: string | null; kind: string | null; place: string | null; isMobile: boolean };
};

/** What Clerk keeps about people, by its Backend API. Each answers SERVICE_UNAVAILABLE while it is away. */
export type Directory = {
  /** @returns null when Clerk has no such user. */
  findUser(userId: string): Promise<IdentityUser | null>;
  /** Merges into `public_metadata`, which rides in every token minted from now on. */
  updateMetadata(userId: string, metadata: Record<string, unknown>): Promise<IdentityUser>;
  /** The sessions that are open now, the most recently used first. */
  listSessions(userId: string): Promise<IdentitySession[]>;
  /** Ends a session; one that has ended already, or is unknown, is left as it is. */
  revokeSession(sessionId: string): Promise<void>;
  /** Removes the account at Clerk; one that is gone already is left so. */
  deleteUser(userId: string): Promise<void>;
};

export function createDirectory(clerk: ClerkClient): Directory {
  return {
    findUser: (userId) => orNull(clerk.users.getUser(userId).then(toIdentityUser)),
    async updateMetadata(userId, publicMetadata) {
      const user = await asking(clerk.users.updateUserMetadata(userId, { publicMetadata }));
      return toIdentityUser(user);
    },
    async listSessions(userId) {
      const asked = { userId, status: "active", limit: 100 } as const;
      const { data } = await asking(clerk.sessions.getSessionList(asked));
      return data.map(toIdentitySession).sort((a, b) => +b.lastActiveAt - +a.lastActiveAt);
    },
    async revokeSession(sessionId) {
      await orNull(clerk.sessions.revokeSession(sessionId));
    },
    async deleteUser(userId) {
      await orNull(clerk.users.deleteUser(userId));
    },
  };
}

function toIdentityUser(user: User): IdentityUser {
  return {
    id: user.id,
    email: user.primaryEmailAddress?.emailAddress ?? "",
    name: user.fullName,
    imageUrl: user.imageUrl || null,
    metadata: user.publicMetadata,
    updatedAt: new Date(user.updatedAt),
  };
}

type ClerkSession = Awaited<ReturnType<ClerkClient["sessions"]["getSession"]>>;

function toIdentitySession(session: ClerkSession): IdentitySession {
  const activity = session.latestActivity;
  const place = [activity?.city, activity?.country].filter(Boolean).join(", ");
  return {
    id: session.id,
    userId: session.userId,
    createdAt: new Date(session.createdAt),
    lastActiveAt: new Date(session.lastActiveAt),
    expiresAt: new Date(session.expireAt),
    device: {
      browser: activity?.browserName ?? null,
      kind: activity?.deviceType ?? null,
      place: place || null,
      isMobile: activity?.isMobile ?? false,
    },
  };
}

async function asking<Answer>(question: Promise<Answer>): Promise<Answer> {
  return question.catch((error: unknown) => {
    throw unavailable(error);
  });
}

async function orNull<Answer>(question: Promise<Answer>): Promise<Answer | null> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && "status" in error && error.status === 404) return null;
    throw unavailable(error);
  }
}
