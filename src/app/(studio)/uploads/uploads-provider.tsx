"use client";

import { type ReactNode, useEffect, useState } from "react";
import { api } from "~/trpc/react";
import { sessionHealth } from "~/trpc/session-health";
import { reportBusy } from "../session/busy-work";
import { useViewerId } from "../session/session-provider";
import { claimUpload } from "./claim-upload";
import { DropAnywhere } from "./drop-anywhere";
import { createUploadEngine, type UploadEngine } from "./engine";
import { createHasher } from "./hash-file";
import { createKeptFiles } from "./kept-files";
import { RoomWatch } from "./room-watch";
import { discardUpload, sendFile } from "./send-file";
import { UploadTray } from "./tray";
import { UploadsContext } from "./use-uploads";

/** The uploads go on while one browses: they live above the pages. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const viewerId = useViewerId();
  const utils = api.useUtils();
  const [engine] = useState(() =>
    createUploadEngine({
      viewerId,
      hash: createHasher(),
      send: sendFile,
      discard: discardUpload,
      kept: createKeptFiles(),
      claim: claimUpload,
      async findAllowance() {
        const [usage, account] = await Promise.all([
          utils.client.files.usage.query(),
          utils.account.me.ensureData(),
        ]);
        const { maxFileBytes } = account.entitlements;
        return { maxFileBytes, leftBytes: usage.limitBytes - usage.totalBytes };
      },
      async findTwin(sha256) {
        const { items } = await utils.client.files.list.query({ sha256, limit: 1 });
        return items[0]?.filename ?? null;
      },
      health: sessionHealth,
      checkSession: () => utils.client.files.usage.query(),
      reportBusy: () => reportBusy("upload"),
      onStored: () => void Promise.all([utils.files.invalidate(), utils.account.me.invalidate()]),
      now: Date.now,
      schedule(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      newId: () => crypto.randomUUID(),
    }),
  );
  useEffect(() => {
    const detach = engine.attach();
    // A browser that keeps nothing has nothing to go on with.
    engine.restore().catch(() => undefined);
    return detach;
  }, [engine]);
  useLeaveQuestion(engine);
  return (
    <UploadsContext value={engine}>
      <DropAnywhere onFiles={engine.add} />
      {children}
      <RoomWatch />
      <UploadTray />
    </UploadsContext>
  );
}

/** Asks before leaving only when that would lose something: moving bytes of a file that is not kept. */
function useLeaveQuestion({ getSnapshot }: UploadEngine) {
  useEffect(() => {
    function ask(event: BeforeUnloadEvent) {
      const isLosing = getSnapshot().some(
        ({ isKept, state }) =>
          !isKept && ["waiting", "hashing", "uploading", "verifying"].includes(state.name),
      );
      if (isLosing) event.preventDefault();
    }
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [getSnapshot]);
}
