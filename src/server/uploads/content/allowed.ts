/** What can be told apart by its bytes and is taken. Types that begin otherwise are named one by one. */
const GROUPS = { image: "image", video: "media", audio: "media", text: "text" } as const;

const NAMED: Readonly<Record<string, Group>> = {
  "application/pdf": "pdf",
  "application/ogg": "media",
  "application/mxf": "media",
  "application/mp4": "media",
  "application/vnd.ms-asf": "media",
  "application/json": "text",
  "application/xml": "text",
  "application/xhtml+xml": "text",
  "application/javascript": "text",
  "application/x-subrip": "text",
  "image/svg+xml": "text",
};

/** Sound and film share containers; a drawing as SVG is text to whoever looks at its bytes. */
export type Group = "image" | "media" | "text" | "pdf";

/** @returns null for what is not taken. */
export function groupOf(type: string): Group | null {
  const named = NAMED[type];
  if (named) return named;
  const [top = ""] = type.split("/", 1);
  return Object.hasOwn(GROUPS, top) ? GROUPS[top as keyof typeof GROUPS] : null;
}
