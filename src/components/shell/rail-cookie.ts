export const RAIL_COOKIE = "t2m-rail";

const YEAR_SECONDS = 31_536_000;

/** A cookie and not localStorage: the server draws the rail in its right width at once. */
export function rememberRail(expanded: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${RAIL_COOKIE}=${expanded ? "wide" : "narrow"}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
