import { onParentGone } from "./parent";

/** npm hands a Ctrl-C on that the terminal has sent us too: that is one, not two. */
const ONE_KEY_PRESS_MS = 500;

/**
 * Calls `leave` once: on a signal, when nobody reads us any more, or when whoever started us is gone.
 * A signal after that calls `hurry`.
 */
export function onLeave({ leave, hurry }: { leave: () => void; hurry: () => void }): void {
  let leftAt: number | undefined;
  const once = () => {
    if (leftAt !== undefined) return;
    leftAt = performance.now();
    leave();
  };
  const again = () => {
    if (leftAt === undefined) return once();
    if (performance.now() - leftAt > ONE_KEY_PRESS_MS) hurry();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, again);
  onParentGone(once);
  process.stdout.on("error", once); // nobody reads us any more
}
