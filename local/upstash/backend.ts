import type { Reply } from "./reply";
import type { Script } from "./scripts";

/** A command of the table, or a script. */
export type Step = { name: string; args: string[] } | { script: Script };

export type Answer = { result: Reply } | { error: string };

/** Where the data is: this process's memory, or a real Redis. */
export type Backend = {
  /** @throws ReplyError for the client's mistakes; anything else means the data cannot be reached. */
  run(step: Step): Promise<Reply>;
  /** All steps with nobody else's in between. One that fails does not undo the others, as in Redis. */
  transact(steps: Step[]): Promise<Answer[]>;
  close(): Promise<void>;
};
