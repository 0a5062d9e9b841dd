"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { UploadEngine } from "./engine";
import type { Upload } from "./upload";

export const UploadsContext = createContext<UploadEngine | null>(null);

/** For buttons and pages that take files. */
export function useUploadEngine(): UploadEngine {
  const engine = useContext(UploadsContext);
  if (!engine) throw new Error("There are no uploads outside of the studio.");
  return engine;
}

const NONE: readonly Upload[] = [];

export function useUploads(): readonly Upload[] {
  const { subscribe, getSnapshot } = useUploadEngine();
  return useSyncExternalStore(subscribe, getSnapshot, () => NONE);
}
