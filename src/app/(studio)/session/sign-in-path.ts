/** Where to sign in again, and to come back to this very page. */
export function signInPath(reason?: "inactive" | undefined): string {
  const { pathname, search, hash } = window.location;
  const query = new URLSearchParams({ redirect_url: pathname + search + hash });
  if (reason) query.set("reason", reason);
  return `/sign-in?${query}`;
}
