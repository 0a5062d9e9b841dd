"use client";

import { RotateCw } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { errorSentence } from "~/trpc/errors";

export type LoadProblemProps = { what: string; error: unknown; onRetry: () => void };

/** A part of a page that could not be loaded; the rest of the page stays usable. */
export function LoadProblem({ what, error, onRetry }: LoadProblemProps) {
  return (
    <Card role="alert" className="flex flex-wrap items-center justify-between gap-4 p-4">
      <div className="text-sm">
        <p className="font-medium">We couldn’t load {what}.</p>
        <p className="text-muted-foreground">{errorSentence(error)}</p>
      </div>
      <Button variant="outline" size="sm" onClick={onRetry}>
        <RotateCw aria-hidden /> Try again
      </Button>
    </Card>
  );
}
