"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Segmented } from "~/components/ui/segmented";
import type { RowProblem } from "~/server/batches/schema";
import type { Defaults } from "./defaults";
import type { RawRow } from "./read-rows";

const AT_ONCE = 50;

type Props = {
  rows: readonly RawRow[];
  defaults: Defaults;
  problems: readonly RowProblem[];
  onChange: (index: number, row: RawRow) => void;
  onRemove: (index: number) => void;
};

/** Second step: every row as it would be made; what cannot be made says why and is mended here. */
export function RowsTable({ rows, defaults, problems, onChange, onRemove }: Props) {
  const [filter, setFilter] = useState<"all" | "problems">("all");
  const [shown, setShown] = useState(AT_ONCE);
  const sentences = new Map(problems.map(({ row, sentence }) => [row, sentence]));
  const numbered = rows.map((row, index) => ({ row, index }));
  const wanted =
    filter === "all" ? numbered : numbered.filter(({ index }) => sentences.has(index + 1));
  return (
    <section aria-label="Rows">
      {problems.length > 0 ? (
        <Segmented
          label="Which rows"
          value={filter}
          onValueChange={setFilter}
          options={[
            { value: "all", label: `All ${rows.length}` },
            { value: "problems", label: `To mend ${problems.length}` },
          ]}
          className="mb-3"
        />
      ) : null}
      <ol className="divide-y rounded-md border bg-card">
        {wanted.slice(0, shown).map(({ row, index }) => (
          <li key={index} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="w-9 shrink-0 text-right text-xs text-muted-foreground tabular-nums">
              {index + 1}
            </span>
            <Input
              aria-label={`Prompt of row ${index + 1}`}
              aria-invalid={sentences.has(index + 1)}
              aria-describedby={sentences.has(index + 1) ? `problem-${index}` : undefined}
              value={row.prompt}
              onChange={(event) => onChange(index, { ...row, prompt: event.target.value })}
              className="h-9 min-w-40 grow basis-0"
            />
            <span className="hidden w-56 shrink-0 truncate text-xs text-muted-foreground tabular-nums sm:inline">
              {settingsWords({ ...defaults, ...row })}
            </span>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove row ${index + 1}`}
              onClick={() => onRemove(index)}
            >
              <X aria-hidden />
            </Button>
            {sentences.has(index + 1) ? (
              <p id={`problem-${index}`} className="basis-full pl-12 text-xs text-destructive-ink">
                {sentences.get(index + 1)}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {wanted.length > shown ? (
        <div className="mt-4 text-center">
          <Button variant="outline" onClick={() => setShown(shown + 4 * AT_ONCE)}>
            Show more of the {wanted.length}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function settingsWords(row: Record<string, unknown>): string {
  return `${String(row["duration"])} s · ${String(row["quality"])} · ${String(row["aspectRatio"])} · ${String(row["style"])}`;
}
