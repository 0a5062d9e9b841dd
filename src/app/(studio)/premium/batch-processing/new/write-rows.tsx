"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { EXAMPLE } from "./example";
import { readRows } from "./read-rows";

// The API takes 256 KiB at once; a longer text is no list of prompts.
const MAX_CHARACTERS = 250_000;

type Props = {
  text: string;
  maxRows: number;
  onChange: (text: string) => void;
  onCheck: () => void;
};

/** First step: paste lines or a table, drop a CSV file, or look at the example. */
export function WriteRows({ text, maxRows, onChange, onCheck }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { rows, problem } = readRows(text);
  const sentence = problemOf({ text, problem, rows: rows.length, maxRows });

  async function take(file: File | undefined) {
    if (file) onChange((await file.slice(0, MAX_CHARACTERS + 1).text()).replace(/^\ufeff/, ""));
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (rows.length > 0 && !sentence) onCheck();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cn(
        "rounded-lg border bg-card p-2 transition-colors focus-within:border-border-strong",
        isOver && "border-dashed border-primary bg-primary-tint",
      )}
    >
      <textarea
        value={text}
        rows={8}
        aria-label="Prompts, one a line, or a CSV table"
        aria-invalid={sentence !== null}
        aria-describedby="rows-note"
        placeholder={
          "One prompt a line.\nOr a table with the columns prompt, seconds, quality, shape, look, seed."
        }
        onChange={(event) => onChange(event.target.value)}
        className="max-h-96 min-h-48 w-full resize-y bg-transparent px-3 py-2 font-mono text-sm outline-none placeholder:font-sans placeholder:text-muted-foreground"
      />
      <div className="flex flex-wrap items-center gap-2 p-1">
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label="CSV file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <Button variant="outline" size="sm" onClick={() => chooser.current?.click()}>
          <FileUp aria-hidden /> Choose a CSV file
        </Button>
        {text === "" ? (
          <Button variant="ghost" size="sm" onClick={() => onChange(EXAMPLE)}>
            Show an example
          </Button>
        ) : null}
        <span className="grow" />
        <Button type="submit" disabled={rows.length === 0 || sentence !== null}>
          {rows.length === 0 ? "Check the rows" : `Check ${rows.length} ${rowWord(rows.length)}`}
        </Button>
      </div>
      <p
        id="rows-note"
        role={sentence ? "alert" : undefined}
        className={sentence ? "px-3 pt-1 pb-2 text-sm text-destructive-ink" : "sr-only"}
      >
        {sentence ?? "Or drop a CSV file here."}
      </p>
    </form>
  );
}

export function rowWord(count: number): string {
  return count === 1 ? "row" : "rows";
}

function problemOf(read: { text: string; problem: string | null; rows: number; maxRows: number }) {
  if (read.text.length > MAX_CHARACTERS) return "This is too long for one batch. Split it in two.";
  if (read.rows > read.maxRows) {
    return `A batch can have at most ${read.maxRows.toLocaleString("en")} rows; these are ${read.rows.toLocaleString("en")}.`;
  }
  return read.problem;
}
