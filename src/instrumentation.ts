/** Runs once when the web process starts: a wrong configuration stops it before the first request. */
export async function register(): Promise<void> {
  const { refuseStandInIdentity } = await import("./server/platform/identity/stand-in-guard");
  const { env } = await import("./env");
  refuseStandInIdentity(env());
}
