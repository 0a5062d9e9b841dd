"use client";

import { MissingFrame } from "~/components/brand/pictures";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";

export function NoFiles() {
  return (
    <EmptyState picture={<DropHere />} title="Drop files anywhere">
      Or paste a picture. Videos, images, sounds, texts and PDFs; each video you make is a file here
      as well.
    </EmptyState>
  );
}

export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      picture={<MissingFrame />}
      title="No such file"
      action={
        <Button variant="outline" onClick={onClear}>
          Show all files
        </Button>
      }
    >
      None of your files is of this name and kind.
    </EmptyState>
  );
}

/** Three sheets on their way into a dashed frame. */
function DropHere() {
  return (
    <svg aria-hidden viewBox="0 0 176 112" className="h-28 w-44" strokeWidth="1.5">
      <path
        d="M18 60v36a10 10 0 0 0 10 10h120a10 10 0 0 0 10-10V60"
        strokeDasharray="5 5"
        className="fill-none stroke-border-strong"
      />
      <g transform="rotate(-9 52 46)">
        <rect
          x="34"
          y="26"
          width="36"
          height="46"
          rx="6"
          className="fill-muted stroke-border-strong"
        />
        <path d="M42 42h20M42 50h20M42 58h12" className="fill-none stroke-border-strong" />
      </g>
      <g transform="rotate(8 124 46)">
        <rect
          x="106"
          y="26"
          width="36"
          height="46"
          rx="6"
          className="fill-muted stroke-border-strong"
        />
        <path
          d="M113 50v-2m5 6V44m5 12V42m5 10v-6m5 4v-2"
          className="fill-none stroke-border-strong"
        />
      </g>
      <rect
        x="64"
        y="10"
        width="48"
        height="62"
        rx="8"
        className="fill-primary-tint stroke-primary-ink"
      />
      <path
        d="m82 32 16 9-16 9Z"
        className="fill-primary-ink stroke-primary-ink"
        strokeLinejoin="round"
      />
    </svg>
  );
}
