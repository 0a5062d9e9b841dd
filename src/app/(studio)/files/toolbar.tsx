"use client";

import { ArrowDownUp, LayoutGrid, List, Search } from "lucide-react";
import { Button } from "~/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";
import { Input } from "~/components/ui/input";
import { Segmented } from "~/components/ui/segmented";
import type { FileGroup, FileOrigin, FileSort } from "~/server/files/schema";
import type { FilesLayout } from "./layout-cookie";

export type FilesWish = {
  q: string;
  group: FileGroup | "all";
  origin: FileOrigin | "any";
  sort: FileSort;
};

export const EVERYTHING: FilesWish = { q: "", group: "all", origin: "any", sort: "newest" };

export function isNarrowed({ q, group, origin }: FilesWish): boolean {
  return q.trim() !== "" || group !== "all" || origin !== "any";
}

const GROUPS = [
  { value: "all", label: "All" },
  { value: "video", label: "Videos" },
  { value: "image", label: "Images" },
  { value: "audio", label: "Audio" },
  { value: "document", label: "Documents" },
] as const;

const ORIGINS = { any: "From anywhere", made: "Made here", uploaded: "Uploaded" } as const;
const SORTS = { newest: "Newest first", name: "By name", size: "Largest first" } as const;

type Props = {
  wish: FilesWish;
  onWish: (wish: FilesWish) => void;
  layout: FilesLayout;
  onLayout: (layout: FilesLayout) => void;
};

/** What to show of the files, in which order, and how. */
export function Toolbar({ wish, onWish, layout, onLayout }: Props) {
  const change = (changes: Partial<FilesWish>) => onWish({ ...wish, ...changes });
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <div className="relative min-w-48 grow basis-full sm:basis-0">
        <Search
          aria-hidden
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          type="search"
          aria-label="Look for a name"
          placeholder="Look for a name"
          maxLength={100}
          value={wish.q}
          onChange={(event) => change({ q: event.target.value })}
          className="pl-9"
        />
      </div>
      <div className="-mx-4 max-w-[100vw] overflow-x-auto px-4 max-sm:[mask-image:linear-gradient(to_right,black_calc(100%-40px),transparent)] sm:mx-0 sm:px-0">
        <Segmented
          label="Kind of file"
          value={wish.group}
          onValueChange={(group) => change({ group })}
          options={GROUPS}
        />
      </div>
      <Choice
        label="Where files come from"
        words={ORIGINS}
        value={wish.origin}
        onChange={(origin) => change({ origin })}
      />
      <Choice label="Order" words={SORTS} value={wish.sort} onChange={(sort) => change({ sort })} />
      <Segmented
        label="Layout"
        value={layout}
        onValueChange={onLayout}
        className="ml-auto"
        optionClassName="px-2"
        options={[
          { value: "grid", label: <LayoutGrid aria-hidden />, name: "Grid" },
          { value: "list", label: <List aria-hidden />, name: "List" },
        ]}
      />
    </search>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  words: Readonly<Record<Value, string>>;
  value: Value;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, words, value, onChange }: ChoiceProps<Value>) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        render={<Button variant="outline" className="px-3 font-normal" />}
        aria-label={`${label}: ${words[value]}`}
      >
        {label === "Order" ? <ArrowDownUp aria-hidden className="max-sm:hidden" /> : null}
        {words[value]}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuRadioGroup value={value} onValueChange={onChange}>
          {(Object.keys(words) as Value[]).map((it) => (
            <DropdownMenuRadioItem key={it} value={it}>
              {words[it]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
