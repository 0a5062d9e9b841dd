/** Runs once when the web process starts: a wrong configuration ends it before the first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a constant that Next inlines, so that its copy for the edge stays empty.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { bootOrExit } = await import("./server/boot");
    bootOrExit();
  }
}
