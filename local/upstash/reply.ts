/** What a Redis command answers. A command that fails throws `ReplyError` instead. */
export type Reply = string | number | null | Reply[];

/** An error that Redis itself would send, such as `WRONGTYPE …`. */
export class ReplyError extends Error {
  override readonly name = "ReplyError";
}

export function requireInteger(text: string | undefined): number {
  if (text === undefined || !/^-?\d{1,16}$/.test(text)) {
    throw new ReplyError("ERR value is not an integer or out of range");
  }
  return Number(text);
}

export function requireFloat(text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text.trim() === "" || Number.isNaN(value)) {
    throw new ReplyError("ERR value is not a valid float");
  }
  return value;
}

/** Arguments by position; a missing one is the client's mistake. */
export function requireArguments(args: string[], count: number, command: string): string[] {
  if (args.length < count) {
    throw new ReplyError(`ERR wrong number of arguments for '${command}' command`);
  }
  return args;
}
