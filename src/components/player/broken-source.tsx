"use client";

import { RotateCw } from "lucide-react";
import { Button } from "~/components/ui/button";

/** Over a player that has nothing to play: the file is safe or gone, the server knows. */
export function BrokenSource({ onRetry }: { onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="absolute inset-0 grid place-content-center justify-items-center gap-4 rounded-md bg-black/80 p-6 text-center text-sm text-white"
    >
      <p className="max-w-sm text-pretty">
        This video does not come through just now. If it was not deleted elsewhere, it is safe.
      </p>
      <Button variant="secondary" size="sm" onClick={onRetry}>
        <RotateCw aria-hidden /> Try again
      </Button>
    </div>
  );
}
