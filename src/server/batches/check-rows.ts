import type { z } from "zod";
import type { Viewer } from "~/server/accounts/schema";
import { AppError } from "~/server/errors";
import type { ModelCard } from "~/server/platform/generators/schema";
import { requireAllowed } from "~/server/videos/service";
import { BatchRow, type RowProblem } from "./schema";

type Context = { models: readonly ModelCard[]; viewer: Viewer };

/** Sorts rows into those that can be made and those that cannot, each with the sentence that says why. */
export function checkRows(
  ctx: Context,
  rows: readonly unknown[],
): { wishes: BatchRow[]; problems: RowProblem[] } {
  const wishes: BatchRow[] = [];
  const problems: RowProblem[] = [];
  rows.forEach((value, index) => {
    const row = BatchRow.safeParse(value);
    const sentence = row.success ? findRefusal(ctx, row.data) : sentenceFor(value, row.error);
    if (sentence !== null) problems.push({ row: index + 1, sentence });
    else if (row.success) wishes.push(row.data);
  });
  return { wishes, problems };
}

function sentenceFor(value: unknown, { issues }: z.ZodError): string {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return (isRecord && issues[0]?.message) || "This row cannot be read.";
}

function findRefusal(ctx: Context, wish: BatchRow): string | null {
  try {
    requireAllowed(ctx, wish);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
