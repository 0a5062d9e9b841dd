/** @throws RangeError unless it is bytes `start…end`, both inclusive. */
export function requireRange({ start, end }: { start: number; end: number }): void {
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start;
  if (!isRange || start > end) throw new RangeError(`No bytes ${start}…${end}`);
}
