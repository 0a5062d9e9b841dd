"use client";

import { Check, CircleAlert, Pause, Play, RotateCw, X } from "lucide-react";
import { memo } from "react";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import type { Upload } from "./upload";
import { describeUpload, filledPercent } from "./upload-words";
import { useUploadEngine } from "./use-uploads";

const CAN_PAUSE = ["waiting", "hashing", "uploading"];

/** One upload: it fills from the left, says where it is, and can be stopped. */
export const UploadRow = memo(function UploadRow({ upload }: { upload: Upload }) {
  const engine = useUploadEngine();
  const { id, filename, state } = upload;
  const isRefused = state.name === "failed" && !state.canRetry;
  return (
    <li className="relative isolate px-4 py-2.5">
      <span
        aria-hidden
        className={cn(
          "absolute inset-0 -z-10 origin-left transition-[scale,opacity] ease-linear",
          "bg-primary-tint duration-320",
          state.name === "ready" && "opacity-0",
          state.name === "hashing" && "animate-pulse motion-reduce:animate-none",
          state.name === "failed" && "bg-destructive-tint",
        )}
        style={{ scale: `${state.name === "failed" ? 1 : filledPercent(upload) / 100} 1` }}
      />
      <div className="flex items-center gap-2">
        <div className="min-w-0 grow">
          <p className="truncate text-sm font-medium" title={filename}>
            {filename}
          </p>
          <p
            className={cn(
              "text-xs text-muted-foreground tabular-nums",
              state.name === "failed" && "text-destructive-ink",
              state.name === "ready" && "text-success-ink",
              state.name === "paused" && "text-warning-ink",
            )}
          >
            {describeUpload(upload)}
          </p>
        </div>
        {state.name === "ready" ? (
          <Check aria-hidden className="mr-2 size-4 text-success-ink" />
        ) : null}
        {isRefused ? <CircleAlert aria-hidden className="size-4 text-destructive-ink" /> : null}
        <div className="-mr-2 flex shrink-0">
          {CAN_PAUSE.includes(state.name) ? (
            <RowButton label={`Pause ${filename}`} onClick={() => engine.pause(id)}>
              <Pause aria-hidden />
            </RowButton>
          ) : null}
          {state.name === "paused" ? (
            <RowButton label={`Resume ${filename}`} onClick={() => engine.resume(id)}>
              <Play aria-hidden />
            </RowButton>
          ) : null}
          {state.name === "failed" && state.canRetry ? (
            <RowButton label={`Retry ${filename}`} onClick={() => engine.retry(id)}>
              <RotateCw aria-hidden />
            </RowButton>
          ) : null}
          {state.name === "ready" || state.name === "twin" ? null : (
            <RowButton
              label={`${state.name === "failed" ? "Dismiss" : "Cancel"} ${filename}`}
              onClick={() => engine.remove(id)}
            >
              <X aria-hidden />
            </RowButton>
          )}
        </div>
      </div>
      {state.name === "twin" ? (
        <div className="mt-1.5 flex gap-2">
          <Button variant="outline" size="sm" onClick={() => engine.remove(id)}>
            Skip
          </Button>
          <Button variant="ghost" size="sm" onClick={() => engine.allowTwin(id)}>
            Upload anyway
          </Button>
        </div>
      ) : null}
    </li>
  );
});

type RowButtonProps = { label: string; onClick: () => void; children: React.ReactNode };

function RowButton({ label, onClick, children }: RowButtonProps) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={onClick}>
      {children}
    </Button>
  );
}
