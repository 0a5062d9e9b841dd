const MAX_CHARACTERS = 60;

const EXTENSIONS: Record<string, string> = {
  "video/mp4": "mp4",
  "video/webm": "webm",
  "image/webp": "webp",
  "image/jpeg": "jpg",
  "image/png": "png",
  "text/vtt": "vtt",
};

/** A name that every file system takes, from the first words of the prompt, in any script. */
export function filenameFor(prompt: string, contentType: string): string {
  const words = Array.from(
    prompt
      .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu, " ")
      .trim()
      .replaceAll(" ", "-"),
  )
    .slice(0, MAX_CHARACTERS)
    .join("")
    .replace(/-+$/, "");
  return `${words || "video"}.${EXTENSIONS[contentType] ?? "bin"}`;
}
