import Papa from "papaparse";

/** A row as it was written; what its cells mean is checked by `BatchRow`. */
export type RawRow = Record<string, unknown> & { prompt: string };

export type ReadRows = {
  rows: RawRow[];
  /** Columns of a table that mean nothing here. */
  unknownColumns: string[];
  /** Where a table is not one, e.g. a quote that nobody closed. */
  problem: string | null;
};

const COLUMNS: Record<string, string> = {
  prompt: "prompt",
  duration: "duration",
  seconds: "duration",
  quality: "quality",
  aspectratio: "aspectRatio",
  aspect: "aspectRatio",
  shape: "aspectRatio",
  style: "style",
  look: "style",
  seed: "seed",
};

const NUMBERS = new Set(["duration", "seed"]);

/**
 * Reads what was pasted: a table (CSV or copied from a spreadsheet, RFC 4180) when its first line names
 * a column "prompt", else one prompt a line.
 */
export function readRows(text: string): ReadRows {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const head = Papa.parse<string[]>(lines[0] ?? "").data[0] ?? [];
  if (!head.some((cell) => nameOf(cell) === "prompt")) {
    return {
      rows: lines.map((line) => ({ prompt: line.trim() })),
      unknownColumns: [],
      problem: null,
    };
  }
  return readTable(text);
}

function readTable(text: string): ReadRows {
  const { data, errors } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: "greedy" });
  const [head = [], ...body] = data;
  const names = head.map(nameOf);
  const rows = body.map((cells) => {
    const row: RawRow = { prompt: "" };
    names.forEach((name, index) => {
      const cell = cells[index]?.trim() ?? "";
      if (name && cell !== "") row[name] = NUMBERS.has(name) ? Number(cell) : cell;
    });
    return row;
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  return {
    rows,
    unknownColumns: head.filter((cell, index) => cell.trim() !== "" && !names[index]),
    problem: broken ? `Line ${(broken.row ?? 0) + 1}: a quotation mark is never closed.` : null,
  };
}

function nameOf(cell: string): string | undefined {
  return COLUMNS[cell.toLowerCase().replace(/[^a-z]/g, "")];
}
