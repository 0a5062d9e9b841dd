import type { Settings } from "./settings";
import type { Database } from "./state/database";
import type { SigningKey } from "./state/signing-key";

/** What every handler gets as its first argument. */
export interface ClerkContext {
  settings: Settings;
  database: Database;
  signingKey: SigningKey;
  /** Milliseconds since 1970, as all times in Clerk's JSON; tokens alone count seconds. */
  now: () => number;
  /** One line in the terminal. Never a password, a token or a whole body. */
  log: (line: string) => void;
}
