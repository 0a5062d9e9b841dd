import type { Viewer } from "~/server/accounts/schema";
import type { Database } from "~/server/platform/db";
import type { Identity } from "~/server/platform/identity/identity";
import type { Logger } from "~/server/platform/log";

/** What acting on other people's accounts takes. */
export type StaffContext = {
  db: Database;
  identity: Pick<Identity, "updateMetadata" | "listSessions" | "revokeSession">;
  viewer: Viewer;
  log: Logger;
  now: () => Date;
};
