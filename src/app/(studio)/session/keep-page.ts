"use client";

import { useEffect } from "react";

type ClerkHooks = {
  __internal_onBeforeSetActive?: (intent?: string) => Promise<void>;
  __internal_onAfterSetActive?: () => void;
};

/**
 * Clerk's provider for Next has the server draw the page anew whenever the session changes. For
 * nobody in particular that is the way to the sign-in page, and what was on this one would be lost: so
 * while it is open, we decide what is drawn anew.
 * @param isExpired - nobody is signed in, and the form lies over the page.
 */
export function useKeepPage(isExpired: boolean): void {
  useEffect(() => {
    const hooks = window as ClerkHooks;
    const { __internal_onBeforeSetActive: before, __internal_onAfterSetActive: after } = hooks;
    hooks.__internal_onAfterSetActive = () => undefined;
    if (isExpired) hooks.__internal_onBeforeSetActive = async () => undefined;
    return () => {
      if (before) hooks.__internal_onBeforeSetActive = before;
      if (after) hooks.__internal_onAfterSetActive = after;
    };
  }, [isExpired]);
}
