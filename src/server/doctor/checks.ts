import type { Check } from "./check";
import { clerkJwtKey } from "./checks/clerk-jwt-key";
import { clerkKeys } from "./checks/clerk-keys";
import { apiTemplate, sessionToken } from "./checks/clerk-tokens";
import { clerkClock, databaseClock } from "./checks/clocks";
import { database, databaseListen, migrations } from "./checks/database";
import { limiter } from "./checks/limiter";
import { publicChunkBody, publicJsonBody } from "./checks/public-bodies";
import { publicHttps, publicOrigin } from "./checks/public-origin";
import { publicEvents, publicRange } from "./checks/public-streams";
import { publicWebhook } from "./checks/public-webhook";
import { renderer } from "./checks/renderer";
import { storage } from "./checks/storage";
import { worker } from "./checks/worker";

/** In the order they run in. The configuration comes before all of them, see `run-doctor.ts`. */
export const CHECKS: readonly Check[] = [
  clerkKeys,
  clerkJwtKey,
  clerkClock,
  sessionToken,
  apiTemplate,
  database,
  migrations,
  databaseClock,
  databaseListen,
  limiter,
  storage,
  worker,
  renderer,
  publicOrigin,
  publicHttps,
  publicJsonBody,
  publicChunkBody,
  publicEvents,
  publicRange,
  publicWebhook,
];
