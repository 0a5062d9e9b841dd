"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Segmented } from "~/components/ui/segmented";
import { Switch } from "~/components/ui/switch";
import {
  type CreatedShare,
  CreateShareInput,
  MAX_SHARE_VIEWS,
  MIN_PASSPHRASE_CHARACTERS,
} from "~/server/shares/schema";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";

const DAY = 86_400;
const LIVES = [
  { value: "1", label: "1 day" },
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
] as const;

/** How a new link is to be. Nothing has to be filled in. */
export function ShareForm(props: { videoId: string; onMade: (share: CreatedShare) => void }) {
  const [days, setDays] = useState<(typeof LIVES)[number]["value"]>("7");
  const [passphrase, setPassphrase] = useState("");
  const [maxViews, setMaxViews] = useState("");
  const [allowsDownload, setAllowsDownload] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [passphraseId, viewsId, problemId] = [useId(), useId(), useId()];
  const utils = api.useUtils();
  const create = api.shares.create.useMutation({
    onSuccess(share) {
      props.onMade(share);
      void utils.shares.list.invalidate();
    },
    onError: (error) => setProblem(errorSentence(error)),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const wish = CreateShareInput.safeParse({
      videoId: props.videoId,
      expiresIn: Number(days) * DAY,
      allowsDownload,
      ...(passphrase.trim() ? { passphrase } : {}),
      ...(maxViews ? { maxViews: Number(maxViews) } : {}),
    });
    setProblem(wish.error?.issues[0]?.message ?? null);
    if (wish.success) create.mutate(wish.data);
  }

  return (
    <form noValidate onSubmit={submit} className="mt-6 space-y-5">
      <div className="space-y-2">
        <p className="text-sm font-medium">Ends after</p>
        <Segmented
          label="Ends after"
          value={days}
          onValueChange={setDays}
          options={LIVES}
          className="flex w-full"
          optionClassName="flex-1"
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <div className="space-y-2">
          <label htmlFor={passphraseId} className="text-sm font-medium">
            Passphrase
          </label>
          <Input
            id={passphraseId}
            autoComplete="off"
            spellCheck={false}
            placeholder="None"
            minLength={MIN_PASSPHRASE_CHARACTERS}
            maxLength={200}
            value={passphrase}
            aria-describedby={problemId}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </div>
        <div className="space-y-2">
          <label htmlFor={viewsId} className="text-sm font-medium">
            Views at most
          </label>
          <Input
            id={viewsId}
            inputMode="numeric"
            placeholder="Any number"
            maxLength={String(MAX_SHARE_VIEWS).length}
            value={maxViews}
            aria-describedby={problemId}
            onChange={(event) => setMaxViews(event.target.value.replace(/\D/g, ""))}
          />
        </div>
      </div>
      <Switch
        label="Allow download"
        note="A button saves the file. Without it, viewers can only watch here."
        checked={allowsDownload}
        onCheckedChange={setAllowsDownload}
      />
      <p id={problemId} role="alert" className="text-sm text-destructive-ink empty:hidden">
        {problem}
      </p>
      <Button type="submit" className="w-full" pending={create.isPending}>
        Create link
      </Button>
    </form>
  );
}
