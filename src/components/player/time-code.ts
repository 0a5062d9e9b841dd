const TIME_CODE = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6}(?:\.\d{1,3})?)s?)?$/;

/**
 * Reads `?t=` of a link: seconds as "12", "12.5" or "12s", or "1m2s", "1h2m3s".
 * @returns seconds; null for nothing and for anything else.
 */
export function parseTimeCode(text: string | null): number | null {
  if (!text) return null;
  const match = TIME_CODE.exec(text);
  if (!match) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = match.map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

/** A link to this page that begins at `seconds`, in whole ones; at 0 without any `t`. */
export function linkAt(address: string, seconds: number): string {
  const url = new URL(address);
  url.searchParams.delete("t");
  url.hash = "";
  const whole = Math.floor(seconds);
  if (whole > 0) url.searchParams.set("t", String(whole));
  return url.href;
}
