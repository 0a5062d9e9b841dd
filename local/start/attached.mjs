// Loaded before everything else in each child of the supervisor (`--import`), also in programs
// that know nothing of it. When the supervisor is gone, even by kill -9, the IPC channel closes:
// the child may say goodbye as after SIGTERM, then it ends with all that it started.
const GRACE_MS = 5_000;
const LOOK_EVERY_MS = 200;

// What the child forks in its turn has its own channel and its own rules.
const place = process.execArgv.indexOf(import.meta.url);
if (place > 0) process.execArgv.splice(place - 1, 2);

if (process.send) {
  // A listener for "disconnect" would keep alive a child that has nothing left to do.
  const timer = setInterval(() => {
    if (process.connected) return;
    clearInterval(timer);
    leave();
  }, LOOK_EVERY_MS).unref();
  // Whoever read the logs is gone as well.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
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
