/** What went wrong with a request of an upload. */
export type UploadProblem = {
  /** Null when no answer came. */
  status: number | null;
  /** From `Retry-After`. */
  retryAfterSeconds: number | null;
  /** What the server says to people about it, if it does. */
  sentence: string | null;
};

export type Verdict =
  /** Goes on by itself once the network, the server or the person is back. */
  | { do: "wait"; for: "connection" | "sign-in" }
  | { do: "again"; afterMs: number }
  /** Somebody has to make room. */
  | { do: "make-room" }
  /** @property startsOver - what the server has of it is of no use. */
  | { do: "give-up"; sentence: string; canRetry: boolean; startsOver?: boolean };

/** Problems in a row, with nothing that got through, before a person is asked. */
const PATIENCE = 8;
const LONGEST_WAIT_MS = 30_000;

const SENTENCES: Partial<Record<number, string>> = {
  403: "You may not upload this file.",
  413: "This is larger than what T2M takes.",
  415: "This kind of file is not taken.",
  460: "What arrived is not this file. Nothing was kept; try again.",
};

/** @param failures - problems before this one, since the last byte that got through. */
export function judgeProblem(problem: UploadProblem, failures: number): Verdict {
  const { status, retryAfterSeconds } = problem;
  const sentence = (otherwise: string) => problem.sentence ?? SENTENCES[status ?? 0] ?? otherwise;
  if (status === 507) return { do: "make-room" };
  if (status === 401 && failures < PATIENCE) return { do: "wait", for: "sign-in" };
  const passes = status === null || status >= 500 || [404, 409, 410, 423, 429].includes(status);
  if (!passes) {
    const canRetry = status !== 413 && status !== 415;
    const startsOver = status === 460;
    const text = sentence(`The server refused this file (${status}).`);
    return { do: "give-up", sentence: text, canRetry, startsOver };
  }
  if (failures >= PATIENCE) {
    const text = sentence("This file does not get through. The others go on.");
    return { do: "give-up", sentence: text, canRetry: true };
  }
  if (status === null || status === 502 || status === 503 || status === 504) {
    return { do: "wait", for: "connection" };
  }
  const afterMs = Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures);
  return { do: "again", afterMs: retryAfterSeconds === null ? afterMs : retryAfterSeconds * 1000 };
}
