export type FilesLayout = "grid" | "list";

export const LAYOUT_COOKIE = "t2m-files";

const YEAR_SECONDS = 31_536_000;

export function readLayout(cookie: string | undefined): FilesLayout {
  return cookie === "list" ? "list" : "grid";
}

/** A cookie, so that the server draws the right one at once. */
export function rememberLayout(layout: FilesLayout): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${LAYOUT_COOKIE}=${layout}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
