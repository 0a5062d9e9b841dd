/**
 * Whether this page can work, and if not, why. Only "expired" wants a sign-in: a network or a server
 * that is away comes back, and nobody is signed out for it.
 */
export type SessionHealth = "signed-in" | "offline" | "server-down" | "expired";

export type SessionState = {
  health: SessionHealth;
  /** A request found nobody: somebody should ask whether the server is there. */
  isSuspect: boolean;
  /** When the server is asked again, in milliseconds since 1970; null when nobody waits for it. */
  retryAt: number | null;
  /** Changes that wait to be sent. */
  waiting: number;
};

export type SessionHealthStore = ReturnType<typeof createSessionHealth>;

/** What requests, the browser and Clerk say about the session, in one place that React can read. */
export function createSessionHealth() {
  let facts = { isOnline: true, isServerDown: false, isExpired: false };
  let state: SessionState = { health: "signed-in", isSuspect: false, retryAt: null, waiting: 0 };
  const listeners = new Set<() => void>();
  const held = new Set<() => void>();

  function healthNow(): SessionHealth {
    if (!facts.isOnline) return "offline";
    if (facts.isServerDown) return "server-down";
    return facts.isExpired ? "expired" : "signed-in";
  }

  function set(nextFacts: Partial<typeof facts>, next: Partial<SessionState> = {}) {
    facts = { ...facts, ...nextFacts };
    const merged = { ...state, ...next, health: healthNow() };
    const isSame = Object.entries(merged).every(
      ([name, value]) => state[name as keyof SessionState] === value,
    );
    if (isSame) return;
    state = merged;
    for (const listener of listeners) listener();
  }

  function letGo() {
    if (state.health !== "signed-in" || state.isSuspect) return;
    const going = [...held];
    held.clear();
    set({}, { waiting: 0 });
    for (const go of going) go();
  }

  return {
    getSnapshot: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setOnline(isOnline: boolean) {
      set({ isOnline });
      letGo();
    },
    /** The server has answered, whatever it said. */
    answered() {
      set({ isServerDown: false }, { isSuspect: false, retryAt: null });
      letGo();
    },
    /** No answer, or one that says that something is away. */
    suspect() {
      set({}, { isSuspect: true });
    },
    /** It was asked again and is away indeed. */
    serverDown(retryAt: number) {
      set({ isServerDown: true }, { isSuspect: true, retryAt });
    },
    /** The server or Clerk no longer knows this session. */
    expired() {
      set({ isExpired: true });
    },
    /** The same person has signed in again. */
    signedIn() {
      set({ isExpired: false });
      letGo();
    },
    /** @returns when there is a point in trying again. */
    untilUsable(): Promise<void> {
      return new Promise((resolve) => {
        held.add(resolve);
        set({}, { waiting: held.size });
      });
    },
  };
}

/** This page's. */
export const sessionHealth = createSessionHealth();
