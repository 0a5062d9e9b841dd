// Loaded before everything else in each child of the supervisor (`--import`), also in programs
// that know nothing of it. When the supervisor is gone, even by kill -9, the IPC channel closes:
// the child may say goodbye as after SIGTERM, then it ends with all that it started.
const GRACE_MS = 5_000;

if (process.send) {
  process.on("disconnect", leave);
  process.channel?.unref(); // listening alone must keep no child alive
  // Whoever read the logs is gone as well.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  if (!process.connected) leave();
}

function leave() {
  if (process.listenerCount("SIGTERM") === 0) endGroup();
  setTimeout(endGroup, GRACE_MS).unref();
  process.once("exit", endGroup);
  process.kill(process.pid, "SIGTERM");
}

/** The supervisor starts each child as the head of its own process group. */
function endGroup() {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.exit(1);
  }
}
