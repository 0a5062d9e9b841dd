import type { FileLookup, FoundFile } from "./file-lookup";

/** Most transfers are over before; the others cost one query together. */
const LOOK_EVERY_MS = 2_000;

type Watch = {
  file: Pick<FoundFile, "id" | "ownerId" | "urlEpoch">;
  onGone: () => void;
  isNew: boolean;
};

/** Looks at the rows of files that are being sent, since a URL is only checked when it is asked for. */
export function createWatches(find: FileLookup["find"]) {
  const watches = new Set<Watch>();
  let timer: NodeJS.Timeout | undefined;

  function look() {
    if (watches.size === 0) stop();
    for (const watch of watches) {
      // One that began a moment ago was looked up a moment ago.
      if (watch.isNew) watch.isNew = false;
      else void check(watch);
    }
  }

  async function check(watch: Watch) {
    const { id, ownerId, urlEpoch } = watch.file;
    // While nobody can tell, the URL's own check is what counts.
    const found = await find(id).catch(() => watch.file);
    const isSame = found?.ownerId === ownerId && found.urlEpoch === urlEpoch;
    if (!isSame && watches.delete(watch)) watch.onGone();
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  const add: FileLookup["watch"] = (file, onGone) => {
    const watch = { file, onGone, isNew: true };
    watches.add(watch);
    timer ??= setInterval(look, LOOK_EVERY_MS).unref();
    return () => void watches.delete(watch);
  };
  return { add, stop };
}
