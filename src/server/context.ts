import type { Viewer } from "~/server/accounts/schema";
import type { Database } from "~/server/platform/db";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";

/** What we rent, behind one face each. Built here and nowhere else; everybody else imports types. */
export type Adapters = {
  db: Database;
  storage: Storage;
  log: Logger;
  /** The one origin of links and signed URLs. */
  appOrigin: string;
  now: () => Date;
};

/** One request (or one job: then nobody is viewing). */
export type Context = Adapters & {
  viewer: Viewer | null;
  requestId: string;
};
