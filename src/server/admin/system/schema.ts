import type { Role, Tier } from "~/server/accounts/schema";

/** What T2M stands on, and itself. */
export type PartName = "database" | "queue" | "storage" | "limiter" | "identity";

/** "slow" answers later than it should; "down" did not answer, or not rightly. */
export type PartHealth = { status: "ok" | "slow" | "down"; latencyMs: number | null };

export type WorkerView = {
  id: string;
  slots: number;
  startedAt: string;
  heartbeatAgeSeconds: number;
  /** Heard lately enough that its slots count. */
  isAlive: boolean;
  jobs: { id: string; phase: string; progress: number }[];
};

/** `admin.system.get` */
export type SystemView = {
  checkedAt: string;
  parts: Record<PartName, PartHealth>;
  /** Null while the database is away, as all that is read from it. */
  queue: {
    /** Not let in yet. */
    waiting: number;
    /** Let in, and not yet taken by a worker. */
    admitted: number;
    running: number;
    oldestWaitSeconds: number | null;
  } | null;
  workers: WorkerView[] | null;
  storage: {
    /** Bytes of files that are kept, by the database. */
    usedBytes: number | null;
    freeBytes: number | null;
    totalBytes: number | null;
  };
  versions: { t2m: string; node: string; postgres: string | null };
  /** Of the web process that answers. */
  uptimeSeconds: number;
};

/** `admin.system.whoAmI`: what the asking session's token says, beside what the database says. */
export type WhoAmI = {
  /** Claims of the token, never the token. Null when it came without any. */
  claims: {
    sub: string | null;
    sid: string | null;
    iss: string | null;
    azp: string | null;
    /** ISO times. */
    issuedAt: string | null;
    expiresAt: string | null;
    /** As JSON. */
    metadata: string | null;
  } | null;
  database: { id: string; email: string; role: Role; tier: Tier; permissions: string[] };
};
