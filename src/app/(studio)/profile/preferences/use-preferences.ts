"use client";

import { useEffect, useRef } from "react";
import { toastProblem } from "~/components/shell/problem-toast";
import {
  DEFAULT_PREFERENCES,
  type Preferences,
  type UpdatePreferencesInput,
} from "~/server/accounts/schema";
import { api } from "~/trpc/react";
import { changeKeptDraft } from "../../dashboard/composer/use-draft";

/** A slider on its way is one change. */
const SETTLE_MS = 400;
const STALE_MS = 5 * 60_000;

/** What the viewer chose for themselves; the defaults until that is known. */
export function usePreferences(): Preferences {
  const account = api.account.me.useQuery(undefined, { staleTime: STALE_MS });
  return account.data?.preferences ?? DEFAULT_PREFERENCES;
}

/** Shows a change at once and keeps it; what could not be kept is taken back, with the reason. */
export function useChangePreferences(): (change: UpdatePreferencesInput) => void {
  const utils = api.useUtils();
  const waiting = useRef<UpdatePreferencesInput>({});
  const kept = useRef<Preferences | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function show(preferences: Preferences) {
    utils.account.me.setData(undefined, (now) => now && { ...now, preferences });
  }
  const update = api.account.updatePreferences.useMutation({
    onSuccess(preferences, change) {
      kept.current = preferences;
      show({ ...preferences, ...definedIn(waiting.current) });
      const viewerId = utils.account.me.getData()?.viewer.id;
      if (viewerId) changeKeptDraft(viewerId, change);
    },
    onError(error) {
      if (kept.current) show(kept.current);
      toastProblem(error);
    },
  });
  const { mutate } = update;

  function send() {
    const change = waiting.current;
    waiting.current = {};
    if (Object.keys(change).length > 0) mutate(change);
  }
  const latestSend = useRef(send);
  latestSend.current = send;
  // Whoever leaves the page at once has meant it all the same.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      latestSend.current();
    },
    [],
  );

  return (change) => {
    const now = utils.account.me.getData()?.preferences;
    if (!now) return;
    kept.current ??= now;
    // An answer that is on its way would show what was before.
    void utils.account.me.cancel();
    show({ ...now, ...definedIn(change) });
    waiting.current = { ...waiting.current, ...change };
    clearTimeout(timer.current);
    timer.current = setTimeout(send, SETTLE_MS);
  };
}

function definedIn(change: UpdatePreferencesInput): Partial<Preferences> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Preferences>;
}
