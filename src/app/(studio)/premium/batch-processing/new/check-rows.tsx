"use client";

import { ArrowLeft, Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import { errorSentence, isRetriable } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../../tiles/load-problem";
import type { Defaults } from "./defaults";
import { DryRun } from "./dry-run";
import type { RawRow } from "./read-rows";
import { RowsTable } from "./rows-table";
import { usePlan } from "./use-plan";

type Props = {
  initial: readonly RawRow[];
  defaults: Defaults;
  onBack: () => void;
  onDone: () => void;
};

/** Second step: the dry run, and then the run. */
export function CheckRows({ initial, defaults, onBack, onDone }: Props) {
  const [rows, setRows] = useState(initial);
  const [name, setName] = useState(() => `Batch of ${new Date().toLocaleDateString("en-GB")}`);
  const wished = rows.map((row) => ({ ...defaults, ...row }));
  const { plan, latest, error, retry } = usePlan(wished);
  const problems = plan?.problems ?? latest?.problems ?? [];
  const create = useCreateBatch(onDone);

  function run() {
    const bad = new Set(plan?.problems.map(({ row }) => row));
    create.submit(
      name.trim(),
      wished.filter((_, index) => !bad.has(index + 1)),
    );
  }

  return (
    <div className="space-y-6">
      <Button variant="ghost" size="sm" onClick={onBack}>
        <ArrowLeft aria-hidden /> Back to the text
      </Button>
      {error ? <LoadProblem what="the dry run" error={error} onRetry={retry} /> : null}
      {latest ? <DryRun plan={plan ?? latest} /> : error ? null : <Skeleton className="h-24" />}
      <div className="flex flex-wrap items-end gap-3">
        <div className="grow basis-60">
          <label htmlFor="batch-name" className="mb-1 block text-sm text-muted-foreground">
            What it is called
          </label>
          <Input
            id="batch-name"
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button
          pending={create.isPending || (plan === null && !error)}
          disabled={!plan || plan.valid.rows === 0 || name.trim() === ""}
          onClick={run}
        >
          <Sparkles aria-hidden />
          {plan && plan.problems.length > 0
            ? `Make ${plan.valid.rows} of ${plan.rows}`
            : `Make ${rows.length} ${rows.length === 1 ? "video" : "videos"}`}
        </Button>
      </div>
      {create.problem ? (
        <p role="alert" className="text-sm text-destructive-ink">
          {create.problem}
        </p>
      ) : null}
      <RowsTable
        rows={rows}
        defaults={defaults}
        problems={problems}
        onChange={(index, row) => setRows(rows.with(index, row))}
        onRemove={(index) => setRows(rows.toSpliced(index, 1))}
      />
    </div>
  );
}

/** Starts a batch once per wish, however often the network makes it try. */
function useCreateBatch(onDone: () => void) {
  const router = useRouter();
  const utils = api.useUtils();
  const unanswered = useRef<{ body: string; key: string } | null>(null);
  const create = api.batches.create.useMutation({
    onSuccess({ batchId }) {
      onDone();
      void utils.batches.list.invalidate();
      router.push(`/premium/batch-processing/${batchId}`);
    },
    onError(error) {
      if (!isRetriable(error)) unanswered.current = null;
    },
  });
  return {
    isPending: create.isPending || create.isSuccess,
    problem: create.isError ? errorSentence(create.error) : null,
    submit(name: string, rows: unknown[]) {
      const body = JSON.stringify([name, rows]);
      if (unanswered.current?.body !== body) {
        unanswered.current = { body, key: crypto.randomUUID() };
      }
      create.mutate({ name, rows, idempotencyKey: unanswered.current.key });
    },
  };
}
