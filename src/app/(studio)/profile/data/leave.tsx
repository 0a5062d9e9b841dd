"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import { GRACE_DAYS } from "~/server/accounts/schema";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { Leaving } from "../leaving";
import { useDeletionDate } from "../use-deletion-date";

/** Leaving takes the e-mail, typed by hand; until the days of grace are over it can be taken back. */
export function Leave() {
  const account = api.account.me.useQuery();
  const id = useId();
  const [email, setEmail] = useState("");
  const setDate = useDeletionDate();
  const request = api.account.requestDeletion.useMutation({
    onSuccess({ deletesAt }) {
      setEmail("");
      setDate(deletesAt);
    },
  });
  if (!account.data) {
    return account.isError ? (
      <LoadProblem
        what="your account"
        error={account.error}
        onRetry={() => void account.refetch()}
      />
    ) : (
      <Skeleton className="h-36" />
    );
  }
  const { viewer, deletesAt } = account.data;
  if (deletesAt)
    return <Leaving deletesAt={deletesAt} className="justify-between rounded-md p-4" />;

  function submit(event: FormEvent) {
    event.preventDefault();
    request.mutate({ email });
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="max-w-prose text-sm text-pretty text-muted-foreground">
        Everything goes: your sign-in, videos, files, recipes, jobs and messages. You have{" "}
        {GRACE_DAYS} days to change your mind; until then all of it stays and works. After that
        nobody can bring it back.
      </p>
      <label htmlFor={id} className="mt-5 block text-sm">
        Type <span className="font-medium break-all">{viewer.email}</span> to confirm
      </label>
      <div className="mt-2 flex flex-wrap gap-2">
        <Input
          id={id}
          type="email"
          value={email}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={request.isError}
          aria-describedby={request.isError ? `${id}-problem` : undefined}
          onChange={(event) => setEmail(event.target.value)}
          className="max-w-72"
        />
        <Button
          type="submit"
          variant="destructive"
          pending={request.isPending}
          disabled={email.trim() === ""}
        >
          Delete my account
        </Button>
      </div>
      {request.isError ? (
        <p id={`${id}-problem`} role="alert" className="mt-2 text-sm text-destructive-ink">
          {errorSentence(request.error)}
        </p>
      ) : null}
    </form>
  );
}
