"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Filename, type FileView } from "~/server/files/schema";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";

type Props = { file: FileView; onDone: () => void };

/** The name as a field: Enter keeps it, Escape leaves it as it was. */
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
    <form onSubmit={keep} className="flex flex-wrap items-center gap-2">
      <Input
        autoFocus
        aria-label="New name"
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        className="h-9 max-w-96 basis-40"
      />
      <Button type="submit" size="sm" pending={rename.isPending}>
        Rename
      </Button>
      <Button variant="ghost" size="sm" onClick={onDone}>
        Cancel
      </Button>
      {problem ? (
        <p id={problemId} role="alert" className="basis-full text-xs text-destructive-ink">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
