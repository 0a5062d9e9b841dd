import { type Check, fail, ok, reasonOf, warn } from "../check";
import { inBytes } from "../words";

const MIN_FREE_BYTES = 512 * 1024 ** 2;
const WORTH_A_LOOK_BYTES = 5 * 1024 ** 3;

export const storage: Check = {
  id: "storage",
  group: "Parts",
  title: "The storage writes, reads and deletes, and has room",
  async run(ctx) {
    try {
      await ctx.storage.probe();
    } catch (error) {
      return fail(
        `A file could not be written, read back and deleted (${reasonOf(error).split(",")[0]}).`,
        "Give the process's user the right to write in the folder of STORAGE_URL, on a disk with room: chown -R <user> <folder>",
      );
    }
    const space = await ctx.storage.findSpace?.();
    if (!space) return ok("A file was written, read back and deleted.");
    const room = `${inBytes(space.freeBytes)} of ${inBytes(space.totalBytes)} are free.`;
    const mend = "Make room on the disk of STORAGE_URL, or move it to a larger one.";
    if (space.freeBytes < MIN_FREE_BYTES) return fail(room, mend);
    return space.freeBytes < WORTH_A_LOOK_BYTES ? warn(room, mend) : ok(room);
  },
};
