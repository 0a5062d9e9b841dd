"use client";

import { type SyntheticEvent, useRef, useState, useSyncExternalStore } from "react";
import { SendMessageInput } from "~/server/contact/schema";
import { errorSentence } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { useWaitSeconds } from "~/trpc/use-wait-seconds";

type FieldName = "name" | "email" | "message";
type Problems = Partial<Record<FieldName, string>>;
type FieldEvent = SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>;

const neverChanges = () => () => undefined;

/** The fields keep their own text, so whatever goes wrong, nothing that was written is lost. */
export function useContactForm() {
  const element = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Problems>({});
  const send = api.contact.send.useMutation();
  const waitSeconds = useWaitSeconds(send.error);
  // Before its code has come, sending would leave the page with all that was written.
  const isReady = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );

  function check({ currentTarget: { name, value } }: FieldEvent) {
    // Who only passes through an empty field has made no mistake yet.
    if (value === "" && !(name in problems)) return;
    const field = name as FieldName;
    const { error } = SendMessageInput.shape[field].safeParse(value);
    setProblems(({ [field]: _, ...others }) =>
      error ? { ...others, [field]: error.issues[0]?.message ?? "" } : others,
    );
  }

  return {
    element,
    problems,
    waitSeconds,
    isReady,
    isPending: send.isPending,
    refusal: send.isError ? errorSentence(send.error) : null,
    sentTo: send.isSuccess ? send.variables.email : null,
    startAnother: send.reset,
    check,
    /** While typing only to take back what was said. */
    recheck(event: FieldEvent) {
      if (event.currentTarget.name in problems) check(event);
    },
    submit(event: SyntheticEvent<HTMLFormElement>) {
      event.preventDefault();
      if (send.isPending || waitSeconds > 0) return;
      const parsed = SendMessageInput.safeParse(
        Object.fromEntries(new FormData(event.currentTarget)),
      );
      if (parsed.success) {
        setProblems({});
        return send.mutate(parsed.data);
      }
      const found: Problems = {};
      for (const { path, message } of parsed.error.issues) found[path[0] as FieldName] ??= message;
      setProblems(found);
      const first = Object.keys(found)[0];
      const field = first ? event.currentTarget.elements.namedItem(first) : null;
      if (field instanceof HTMLElement) field.focus();
    },
  };
}
