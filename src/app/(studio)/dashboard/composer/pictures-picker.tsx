"use client";

import { Images } from "lucide-react";
import Link from "next/link";
import { Button, buttonVariants } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { Skeleton } from "~/components/ui/skeleton";
import type { FileView } from "~/server/files/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { FilePicture } from "../../files/file-picture";
import { Setting } from "./setting";

type Props = {
  card: ModelCard;
  /** Ids of files, in the order in which the scenes show them. */
  value: readonly string[];
  onChange: (value: string[]) => void;
};

/** Pictures of one's own, to be shown instead of what would be drawn. */
export function PicturesPicker({ card, value, onChange }: Props) {
  const most = card.maxPictures ?? 0;
  if (most === 0) return null;
  const chosen = `${value.length} ${value.length === 1 ? "picture" : "pictures"}`;
  return (
    <Setting
      name="Your pictures"
      icon={<Images aria-hidden />}
      value={value.length === 0 ? "Add picture" : chosen}
    >
      <div className="w-[min(20rem,75vw)]">
        <Choices most={most} value={value} onChange={onChange} />
      </div>
    </Setting>
  );
}

const GRID = "grid grid-cols-3 gap-2";

function Choices({ most, value, onChange }: Omit<Props, "card"> & { most: number }) {
  const files = api.files.list.useInfiniteQuery(
    { group: "image", origin: "uploaded", limit: 24 },
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  if (files.isPending) return <Waiting />;
  if (files.isError && items.length === 0) {
    return (
      <div role="alert" className="grid gap-3 text-sm">
        <p>{errorSentence(files.error)}</p>
        <Button variant="outline" size="sm" onClick={() => void files.refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  const ready = items.filter(({ status }) => status === "READY");
  if (ready.length === 0) return <None />;
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((it) => it !== id) : [...value, id]);
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted-foreground">
        Each scene shows one of them. Choose up to {most}.
      </p>
      <ul className={GRID}>
        {ready.map((file) => (
          <li key={file.id}>
            <Choice
              file={file}
              place={value.indexOf(file.id) + 1}
              disabled={value.length >= most && !value.includes(file.id)}
              onToggle={() => toggle(file.id)}
            />
          </li>
        ))}
      </ul>
      {files.hasNextPage ? (
        <Button
          variant="outline"
          size="sm"
          pending={files.isFetchingNextPage}
          onClick={() => void files.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
      {value.length > 0 ? (
        <Button variant="ghost" size="sm" onClick={() => onChange([])}>
          Show none
        </Button>
      ) : null}
    </div>
  );
}

type ChoiceProps = { file: FileView; place: number; disabled: boolean; onToggle: () => void };

function Choice({ file, place, disabled, onToggle }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-label={file.filename}
      aria-pressed={place > 0}
      disabled={disabled}
      title={file.filename}
      onClick={onToggle}
      className={cn(
        "relative block w-full overflow-hidden rounded-md border outline-offset-2 disabled:opacity-40",
        place > 0 && "border-primary ring-2 ring-primary",
      )}
    >
      <FilePicture file={file} className="aspect-square" />
      {place > 0 ? (
        <span
          aria-hidden
          className="absolute top-1 left-1 grid size-5 place-items-center rounded-full bg-primary text-xs text-primary-foreground tabular-nums"
        >
          {place}
        </span>
      ) : null}
    </button>
  );
}

function Waiting() {
  return (
    <div className={GRID} role="status" aria-label="Your pictures are coming">
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <Skeleton key={place} className="aspect-square w-full" />
      ))}
    </div>
  );
}

function None() {
  return (
    <div className="grid gap-3 text-sm">
      <p className="text-muted-foreground">
        You have uploaded no pictures yet. A picture that you upload can be the scene of a video.
      </p>
      <Link href="/files" className={buttonVariants({ variant: "outline", size: "sm" })}>
        Upload one
      </Link>
    </div>
  );
}
