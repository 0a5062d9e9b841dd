import { styleText } from "node:util";

/** Where the supervisor speaks; `styleText` leaves colours out where they are not wanted. */
export type Terminal = {
  step(text: string): void;
  done(title: string, detail?: string): void;
  warn(text: string): void;
  /** A line that a child wrote. */
  childLine(name: string, line: string): void;
  /** Something that takes a while; on a terminal the line counts the seconds. */
  progress(title: string): { end(): void };
};

export function createTerminal(output: NodeJS.WriteStream = process.stdout): Terminal {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream: output });
  let openLine: (() => void) | null = null;
  const write = (text: string) => {
    if (openLine) output.write("\r\x1b[2K");
    output.write(`${text}\n`);
    openLine?.();
  };
  return {
    step: (text) => write(text),
    done: (title, detail = "") =>
      write(`  ${paint("green", "✓")} ${title.padEnd(14)} ${paint("dim", detail)}`),
    warn: (text) => write(`  ${paint("yellow", "!")} ${text}`),
    childLine(name, line) {
      const text = readable(line);
      if (text !== null) write(`${paint("dim", `${name.padEnd(8)}|`)} ${text}`);
    },
    progress(title) {
      const startedAt = Date.now();
      if (!output.isTTY) {
        write(`  ${paint("dim", "…")} ${title}`);
        return { end: () => {} };
      }
      openLine = () => {
        const seconds = Math.round((Date.now() - startedAt) / 1000);
        output.write(`\r\x1b[2K  ${paint("cyan", "…")} ${title} ${paint("dim", `${seconds} s`)}`);
      };
      openLine();
      const timer = setInterval(() => openLine?.(), 1000);
      return {
        end() {
          clearInterval(timer);
          openLine = null;
          output.write("\r\x1b[2K");
        },
      };
    },
  };
}

const WARN = 40;

/** A JSON log line as a sentence, or null when it is only informational (it is in the file). */
export function readable(line: string): string | null {
  if (!line.startsWith("{")) return line.trim() === "" ? null : line;
  try {
    const { level, msg, err } = JSON.parse(line);
    if (typeof level === "number" && level < WARN) return null;
    return [msg, err?.message].filter(Boolean).join(": ").replaceAll(/\s+/g, " ");
  } catch {
    return line;
  }
}
