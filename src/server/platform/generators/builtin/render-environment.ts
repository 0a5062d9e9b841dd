/**
 * Nothing secret goes along. x264's decisions depend on memory that it never wrote; glibc is told
 * to hand out zeroes (mallopt(3), M_PERTURB), or one recipe would not always give the same bytes.
 * Two arenas (M_ARENA_MAX) save a third of the memory: glibc sets one aside for every thread. With
 * fixed thresholds (M_MMAP_THRESHOLD, M_TRIM_THRESHOLD) a frame takes the memory of the one before it, and
 * what a scene leaves free goes back to the system, as it does at once from the canvas's own allocator
 * (mimalloc's purge_delay).
 */
export const RENDER_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  MALLOC_PERTURB_: "255",
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "33554432",
  MALLOC_TRIM_THRESHOLD_: "2097152",
  MIMALLOC_PURGE_DELAY: "0",
};

/**
 * Node's options of a render. A film leaves few objects behind: small young spaces save 40 MB. Node calls
 * WASI, which the voice runs in, an experiment; nobody here needs to hear it.
 */
export const RENDER_OPTIONS: readonly string[] = [
  "--max-semi-space-size=4",
  "--disable-warning=ExperimentalWarning",
];
