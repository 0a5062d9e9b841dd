import { appendFileSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const MAX_BYTES = 10 * 1024 * 1024;

export type LogFile = {
  path: string;
  write(line: string): void;
  /** The newest lines of this start. */
  tail(): string;
};

/** `name.log`, the start before in `name.previous.log`, never more than 10 MB each. */
export function openLogFile(dataDir: string, name: string): LogFile {
  const file = path.join(dataDir, "logs", `${name}.log`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const rotate = () => renameSync(file, path.join(dataDir, "logs", `${name}.previous.log`));
  if (statSync(file, { throwIfNoEntry: false })) rotate();
  writeFileSync(file, "", { mode: 0o600 });
  let bytes = 0;
  let newest: string[] = [];
  return {
    path: file,
    write(line) {
      newest = [...newest.slice(-29), line];
      bytes += line.length + 1;
      if (bytes > MAX_BYTES) {
        rotate();
        bytes = 0;
      }
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    },
    tail: () => newest.join("\n"),
  };
}
