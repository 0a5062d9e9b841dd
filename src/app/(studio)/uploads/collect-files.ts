/** More than this from one drop is a mistake more often than a wish. */
const MAX_FILES = 1_000;

/**
 * The files of a drop or a paste, those in folders too. Must be called while the event is handled:
 * afterwards the browser has taken the entries away.
 */
export function collectFiles(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  // A pasted picture is no entry of a file system.
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve([...transfer.files]);
  return readEntries(entries.filter((entry) => entry !== null));
}

async function readEntries(entries: FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry && files.length < MAX_FILES; entry = left.shift()) {
    if (isHidden(entry)) continue;
    if (isFile(entry)) files.push(await fileOf(entry));
    else left.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
  }
  return files;
}

/** `.DS_Store` and its like, which nobody means. */
function isHidden({ name }: FileSystemEntry): boolean {
  return name.startsWith(".") || name === "Thumbs.db" || name === "desktop.ini";
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader answers in parts, the last of which is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return children;
    children.push(...part);
  }
}
