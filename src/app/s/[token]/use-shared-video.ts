"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { SharedVideo, SharePreview } from "~/server/shares/schema";
import { errorSentence, isApiError } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { createViewingMemory } from "./viewing-memory";

type ShareState =
  | { name: "opening" }
  | { name: "locked" }
  | { name: "watching"; video: SharedVideo }
  | { name: "gone" }
  | { name: "expired"; endedAt: string }
  | { name: "used-up" }
  | { name: "unreachable"; error: unknown };

/** What a link leads to. A viewing that has begun in this tab goes on without being counted again. */
export function useSharedVideo(token: string, preview: SharePreview) {
  const [state, setState] = useState<ShareState>(
    preview.state === "expired"
      ? { name: "expired", endedAt: preview.endedAt }
      : { name: "opening" },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const { mutateAsync, isPending } = api.shares.open.useMutation();
  const hasBegun = useRef(false);

  async function ask(passphrase?: string): Promise<{ isError: boolean; error?: unknown }> {
    const memory = createViewingMemory(sessionStorage, token);
    const viewing = memory.read();
    try {
      const video = await mutateAsync({
        token,
        ...(passphrase === undefined ? {} : { passphrase }),
        ...(viewing ? { viewing } : {}),
      });
      memory.write(video.viewing);
      setProblem(null);
      setState({ name: "watching", video });
      return { isError: false };
    } catch (error) {
      setProblem(passphrase === undefined ? null : errorSentence(error));
      setState((now) => stateAfter(error, now, passphrase !== undefined));
      return { isError: true, error };
    }
  }

  const begin = useEffectEvent(() => {
    const hasViewing = createViewingMemory(sessionStorage, token).read() !== null;
    if (preview.state === "locked" && !hasViewing) setState({ name: "locked" });
    else if (preview.state === "used-up" && !hasViewing) setState({ name: "used-up" });
    else void ask();
  });
  useEffect(() => {
    if (hasBegun.current || preview.state === "expired") return;
    hasBegun.current = true;
    begin();
  }, [preview.state]);

  return { state, problem, isPending, open: ask, renew: () => ask() };
}

/** A film that plays goes on while only the network is away. */
function stateAfter(error: unknown, now: ShareState, wasUnlocking: boolean): ShareState {
  const code = isApiError(error) ? error.data?.code : undefined;
  if (code === "NOT_FOUND") return { name: "gone" };
  if (code === "FORBIDDEN") return { name: "locked" };
  if (code === "GONE") {
    const until = now.name === "watching" ? now.video.expiresAt : null;
    return until && Date.parse(until) <= Date.now()
      ? { name: "expired", endedAt: until }
      : { name: "used-up" };
  }
  if (now.name === "watching" || wasUnlocking) return now;
  return { name: "unreachable", error };
}
