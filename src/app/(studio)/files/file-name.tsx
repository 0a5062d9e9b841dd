"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Filename, type FileView } from "~/server/files/schema";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";

type Props = { file: FileView; onDone: () => void };

/** The name as a field: Enter keeps it. */
export function FileName({ file, onDone }: Props) {
  const [name, setName] = useState(file.filename);
  const problemId = useId();
  const utils = api.useUtils();
  const rename = api.files.rename.useMutation({
    async onSuccess() {
      await utils.files.invalidate();
      onDone();
    },
  });
  const checked = Filename.safeParse(name);
  const problem =
    checked.error?.issues[0]?.message ?? (rename.isError ? errorSentence(rename.error) : null);

  function keep(event: FormEvent) {
    event.preventDefault();
    if (!checked.success) return;
    if (checked.data === file.filename) onDone();
    else rename.mutate({ fileId: file.id, filename: checked.data });
  }

  return (
    <form onSubmit={keep}>
      <Input
        autoFocus
        aria-label="New name"
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onFocus={({ currentTarget }) => selectStem(currentTarget)}
      />
      {problem ? (
        <p id={problemId} role="alert" className="mt-2 text-xs text-destructive-ink">
          {problem}
        </p>
      ) : null}
      <div className="mt-6 flex flex-row-reverse gap-2">
        <Button type="submit" pending={rename.isPending}>
          Rename
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** What people change is the name before its ending. */
function selectStem(input: HTMLInputElement) {
  const dot = input.value.lastIndexOf(".");
  input.setSelectionRange(0, dot > 0 ? dot : input.value.length);
}
