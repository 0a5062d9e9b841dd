"use client";

import { useRouter } from "next/navigation";
import { api } from "~/trpc/react";

/** Remembers how far somebody has come. Failing to only means that they see a step twice. */
export function useWelcome() {
  const router = useRouter();
  const save = api.account.saveOnboarding.useMutation();
  const end = api.account.finishOnboarding.useMutation({
    onSettled: () => router.push("/dashboard"),
  });
  return {
    save: (stepsDone: 1 | 2) => save.mutate({ stepsDone }),
    finish: () => end.mutate(),
    // Until the other page is here, too.
    isFinishing: end.isPending || end.isSuccess,
  };
}
