import { admitFiles } from "./admit-files";
import { advance, type UploadEvent } from "./advance";
import type { UploadEngineOptions } from "./engine-options";
import { createHeldFiles } from "./held-files";
import { findTwinHere, fingerprintOf } from "./identity";
import { judgeProblem, type UploadProblem } from "./judge-problem";
import { createLine } from "./line";
import { nextToStart } from "./next-to-start";
import { findFitting } from "./room";
import { newUpload, type Upload } from "./upload";

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;

export type UploadEngine = ReturnType<typeof createUploadEngine>;

/**
 * The uploads of one page: a line of files of which a few are sent at once. Each goes on after
 * whatever comes between, and only a person ends it.
 */
export function createUploadEngine(options: UploadEngineOptions) {
  const { now, health } = options;
  const held = createHeldFiles(options);
  const line = createLine();
  const { find, tell, nextTurn } = line;
  let endBusy: (() => void) | null = null;
  let cancelLook: (() => void) | null = null;
  /** How to stop what runs for an upload. */
  const running = new Map<string, () => void>();

  function stop(id: string) {
    running.get(id)?.();
    running.delete(id);
  }

  function pump() {
    cancelLook?.();
    const { ids, lookAgainAt } = nextToStart(line.getSnapshot(), now());
    for (const id of ids) begin(id);
    cancelLook =
      lookAgainAt === null ? null : options.schedule(Math.max(0, lookAgainAt - now()), pump);
    const isBusy = running.size > 0;
    if (isBusy) endBusy ??= options.reportBusy();
    else {
      endBusy?.();
      endBusy = null;
    }
  }

  function begin(id: string) {
    const file = held.find(id);
    if (!file) return;
    tell(id, { type: "started", at: now() });
    const stopping = new AbortController();
    running.set(id, () => stopping.abort());
    nameAndSend(id, file, stopping.signal).catch(() => {
      if (stopping.signal.aborted) return;
      const sentence = "The browser cannot read this file any more. Choose it again.";
      give(id, { type: "failed", sentence, canRetry: true });
    });
  }

  async function nameAndSend(id: string, file: File, signal: AbortSignal) {
    const known = find(id)?.sha256;
    const onProgress = (bytes: number) => tell(id, { type: "hashed", bytes });
    const sha256 = known ?? (await options.hash(file, { onProgress, signal }));
    if (!known) {
      tell(id, { type: "named", sha256, at: now() });
      held.note(id, { sha256 });
    }
    // One that has begun before may be stored already, without a word of it having come through.
    const isNew = !known && !find(id)?.allowsTwin;
    const filename = isNew ? await findTwin(id, sha256) : null;
    if (signal.aborted) return;
    if (filename !== null) return give(id, { type: "twin-found", filename });
    const upload = find(id);
    if (!upload) return;
    const sending = options.send({
      file,
      filename: upload.filename,
      contentType: upload.contentType,
      sha256,
      fingerprint: fingerprint(upload, sha256),
      pieceBytes: upload.pieceBytes,
      onSent: (bytes) => tell(id, { type: "sent", bytes, at: now() }),
      onAccepted: () => tell(id, { type: "accepted" }),
      onStored: (fileId) => finish(id, fileId),
      onProblem: (problem) => settle(id, problem),
    });
    signal.addEventListener("abort", sending.stop, { once: true });
  }

  const fingerprint = (upload: Upload, sha256: string) =>
    fingerprintOf(options.viewerId, upload, sha256);

  /** Among what is on its way here, and among what is stored. */
  async function findTwin(id: string, sha256: string): Promise<string | null> {
    const here = findTwinHere(line.getSnapshot(), id, sha256);
    return here ?? (await options.findTwin(sha256).catch(() => null));
  }

  function discard(upload: Upload) {
    if (!upload.sha256) return;
    void options.discard(fingerprint(upload, upload.sha256)).catch(() => undefined);
  }

  /** What runs for it ends, and the next in line has its place. */
  function give(id: string, event: UploadEvent) {
    stop(id);
    tell(id, event);
    pump();
  }

  function finish(id: string, fileId: string) {
    give(id, { type: "stored", fileId });
    held.release(id);
    const upload = find(id);
    if (upload) options.onStored(upload);
  }

  function settle(id: string, problem: UploadProblem) {
    const upload = find(id);
    if (!upload) return;
    const verdict = judgeProblem(problem, upload.failures);
    if (verdict.do === "give-up") {
      const { sentence, canRetry } = verdict;
      give(id, { type: "failed", sentence, canRetry });
      if (!canRetry) held.release(id);
      if (verdict.startsOver) discard(upload);
    } else if (verdict.do === "make-room") {
      give(id, { type: "paused", because: "quota" });
    } else if (verdict.do === "again") {
      give(id, { type: "put-off", notBefore: now() + verdict.afterMs, turn: nextTurn() });
    } else {
      tell(id, { type: "put-off", notBefore: 0, turn: nextTurn() });
      hold(id, verdict.for);
    }
  }

  /** Nothing is sent again before somebody has looked whether it can go well. */
  function hold(id: string, reason: "connection" | "sign-in") {
    const connection = isOffline() ? "offline" : "server";
    give(id, { type: "paused", because: reason === "sign-in" ? "sign-in" : connection });
    if (reason === "connection") return health.suspect();
    options.checkSession().then(wake, () => undefined);
  }

  const isOffline = () => health.getSnapshot().health === "offline";

  /** What stands still for a reason that may be over goes on. */
  function wake() {
    const { health: is, isSuspect } = health.getSnapshot();
    if (is !== "signed-in" || isSuspect) return;
    for (const { id, state, failures } of line.getSnapshot()) {
      if (state.name !== "paused" || state.because === "person" || state.because === "quota")
        continue;
      const afterMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
      tell(id, { type: "resumed", notBefore: now() + afterMs });
    }
    pump();
  }

  return {
    getSnapshot: line.getSnapshot,
    subscribe: line.subscribe,

    /** New files come to the end of the line; what cannot be taken says why at once. */
    async add(chosen: readonly File[]): Promise<void> {
      const allowance = await options.findAllowance().catch(() => null);
      const uploads = line.getSnapshot();
      const added = admitFiles(chosen, { uploads, allowance, newId: options.newId, nextTurn });
      for (const { file, upload } of added) {
        if (upload.state.name === "failed") continue;
        void held.take(file, upload).then((isKept) => isKept && tell(upload.id, { type: "kept" }));
      }
      line.append(added.map(({ upload }) => upload));
      pump();
    },

    /** Goes on with what this person had begun before a reload. */
    restore: () =>
      held.restore(({ id, filename, contentType, sha256, allowsTwin, isPaused }, { size }) => {
        const fresh = newUpload({ id, filename, contentType, size, turn: nextTurn() });
        const upload = { ...fresh, sha256, allowsTwin, isKept: true };
        const pausedBy = { type: "paused", because: "person" } as const;
        line.append([isPaused ? advance(upload, pausedBy) : upload]);
        pump();
      }),

    pause(id: string) {
      give(id, { type: "paused", because: "person" });
      held.note(id, { isPaused: true });
    },

    resume(id: string) {
      tell(id, { type: "resumed", notBefore: 0 });
      held.note(id, { isPaused: false });
      pump();
    },

    /** The storage has so many bytes left: what waits for room and fits goes on. */
    roomMade(leftBytes: number) {
      for (const id of findFitting(line.getSnapshot(), leftBytes)) {
        tell(id, { type: "resumed", notBefore: 0 });
      }
      pump();
    },

    retry(id: string) {
      tell(id, { type: "retried", turn: nextTurn() });
      pump();
    },

    /** The same bytes once more, as a file of its own. */
    allowTwin(id: string) {
      tell(id, { type: "twin-allowed" });
      held.note(id, { allowsTwin: true });
      pump();
    },

    /** Takes an upload back: nothing of it stays, here or on the server. One that is ready only leaves the list. */
    remove(id: string) {
      const upload = find(id);
      stop(id);
      line.drop(id);
      held.release(id);
      if (upload && !["ready", "twin"].includes(upload.state.name)) discard(upload);
      pump();
    },

    /** Connects it with the page. @returns how to let go of everything, as before a reload. */
    attach(): () => void {
      const unsubscribe = health.subscribe(wake);
      return () => {
        unsubscribe();
        cancelLook?.();
        for (const id of [...running.keys()]) stop(id);
        held.letGo();
        endBusy?.();
        endBusy = null;
      };
    },
  };
}
