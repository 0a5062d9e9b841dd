"use client";

import { Check, CircleAlert, Copy, Pause, Play, RotateCw, X } from "lucide-react";
import { memo } from "react";
import { Button } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import type { Upload } from "./upload";
import { describeUpload, filledPercent } from "./upload-words";
import { useUploadEngine } from "./uploads-provider";

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
          "absolute inset-0 -z-10 origin-left transition-[scale] duration-320 ease-linear",
          state.name === "ready" ? "bg-success-tint" : "bg-primary-tint",
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
        {state.name === "ready" ? <Check aria-hidden className="size-4 text-success-ink" /> : null}
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
          {state.name === "twin" ? (
            <RowButton label={`Upload ${filename} once more`} onClick={() => engine.allowTwin(id)}>
              <Copy aria-hidden />
            </RowButton>
          ) : null}
          <RowButton
            label={`${labelOfRemove(state.name)} ${filename}`}
            onClick={() => engine.remove(id)}
          >
            <X aria-hidden />
          </RowButton>
        </div>
      </div>
    </li>
  );
});

function labelOfRemove(name: Upload["state"]["name"]): string {
  if (name === "twin") return "Skip";
  return name === "ready" || name === "failed" ? "Dismiss" : "Cancel";
}

type RowButtonProps = { label: string; onClick: () => void; children: React.ReactNode };

function RowButton({ label, onClick, children }: RowButtonProps) {
  return (
    <Button variant="ghost" size="icon-sm" aria-label={label} title={label} onClick={onClick}>
      {children}
    </Button>
  );
}
