import type { ClerkContext } from "../context";
import { forgetEvent, listNext, type OutboxRow, postpone } from "../state/outbox";
import { deliver, type Endpoint } from "./delivery";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** More than an hour and a half of trying. */
const MAX_ATTEMPTS = 100;
/** The app being away for two minutes is nothing to talk about. */
const TELL_AT_ATTEMPT = 7;
const MAX_AT_ONCE = 8;

export interface Sender {
  /** Looks whether something is to be sent. */
  wake: () => void;
  stop: () => Promise<void>;
}

/**
 * Sends what is in the outbox, each user's events in order, and again after ever longer pauses
 * until the app has taken them. Its clock is the context's.
 */
export function startSender(ctx: ClerkContext): Sender {
  const endpoint = ctx.settings.webhook;
  if (!endpoint) return { wake: () => {}, stop: async () => {} };
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isSending = false;
  let sending: Promise<void> | undefined;

  async function send(to: Endpoint, event: OutboxRow): Promise<void> {
    const problem = await deliver(to, event, ctx.now(), stopped.signal);
    if (stopped.signal.aborted) return;
    if (problem === null) return forgetEvent(ctx, event);
    if (event.attempts + 1 >= MAX_ATTEMPTS) {
      ctx.log(`webhook ${event.type} is given up after ${MAX_ATTEMPTS} attempts: ${problem}`);
      return forgetEvent(ctx, event);
    }
    if (event.attempts === TELL_AT_ATTEMPT) {
      ctx.log(`webhook ${event.type} is not taken and will be tried again: ${problem}`);
    }
    postpone(ctx, event, Math.min(FIRST_PAUSE_MS * 2 ** event.attempts, LONGEST_PAUSE_MS));
  }

  async function sendAll(to: Endpoint): Promise<void> {
    isSending = true;
    try {
      while (!stopped.signal.aborted) {
        const next = listNext(ctx);
        const due = next.filter((event) => event.next_at <= ctx.now()).slice(0, MAX_AT_ONCE);
        if (due.length > 0) await Promise.all(due.map((event) => send(to, event)));
        else return sleepUntil(Math.min(...next.map((event) => event.next_at)));
      }
    } finally {
      isSending = false;
    }
  }

  function sleepUntil(time: number): void {
    clearTimeout(timer);
    if (!Number.isFinite(time)) return;
    timer = setTimeout(wake, Math.max(0, time - ctx.now())).unref();
  }

  const wake = () => {
    if (!isSending && !stopped.signal.aborted) sending = sendAll(endpoint);
  };

  return {
    wake,
    async stop() {
      stopped.abort();
      clearTimeout(timer);
      await sending;
    },
  };
}
