import { env } from "~/env";
import { readKeyRing } from "./delivery/key-ring";
import { refuseStandInIdentity } from "./platform/identity/stand-in-guard";

/**
 * All of the configuration that can be judged before anything is asked of it.
 * @throws a sentence that names the setting and what is wrong with it.
 */
function checkBoot(): void {
  const config = env();
  refuseStandInIdentity(config);
  readKeyRing(config);
}

/** The first thing that every process does: a wrong configuration ends it, with that sentence. */
export function bootOrExit(): void {
  try {
    checkBoot();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
