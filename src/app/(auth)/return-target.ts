export type ReturnTarget = {
  /** A path on this origin. */
  path: string;
  /** What a person calls it; null for places without a name of their own. */
  name: string | null;
};

const HOME: ReturnTarget = { path: "/dashboard", name: null };

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^\/dashboard$/, "Create"],
  [/^\/videos$/, "your videos"],
  [/^\/videos\/[^/]+$/, "the video"],
  [/^\/jobs(\/|$)/, "your jobs"],
];

/**
 * Where to go after signing in. Anything but a page of this origin leads home, so that nobody can
 * send people elsewhere through our form (OWASP, Unvalidated Redirects).
 */
export function readReturnTarget(
  redirectUrl: string | string[] | undefined,
  origin: string,
): ReturnTarget {
  if (typeof redirectUrl !== "string" || !URL.canParse(redirectUrl, origin)) return HOME;
  const url = new URL(redirectUrl, origin);
  if (url.origin !== origin) return HOME;
  // "//host" as a path would be read as a host by the next one who resolves it, and the origin of a
  // blob: URL is the one inside it.
  if (!/^\/(?!\/)/.test(url.pathname)) return HOME;
  if (/^\/(sign-in|sign-up|api|__clerk)(\/|$)/.test(url.pathname)) return HOME;
  const name = NAMES.find(([pattern]) => pattern.test(url.pathname))?.[1] ?? null;
  return { path: url.pathname + url.search + url.hash, name };
}

const WELCOME: ReturnTarget = { path: "/onboarding", name: null };

/** Somebody new who was on the way to nowhere in particular is welcomed first. */
export function afterSignUp(target: ReturnTarget): ReturnTarget {
  return target.path === HOME.path ? WELCOME : target;
}
