"use client";

import { useState } from "react";
import type { CheckPlan, CheckResult } from "~/server/doctor/schema";
import { api } from "~/trpc/react";

export type DoctorState = {
  /** Null before the first time. */
  plan: readonly CheckPlan[] | null;
  results: ReadonlyMap<string, CheckResult>;
  isAsking: boolean;
  error: unknown;
  ask: () => void;
};

const NOTHING: ReadonlyMap<string, CheckResult> = new Map();

/** The doctor's list as it fills. Asking again begins a new one. */
export function useDoctor(): DoctorState {
  const [isAsking, setIsAsking] = useState(false);
  const [plan, setPlan] = useState<readonly CheckPlan[] | null>(null);
  const [results, setResults] = useState(NOTHING);
  const [error, setError] = useState<unknown>(null);
  api.admin.system.doctor.useSubscription(undefined, {
    enabled: isAsking,
    onData(news) {
      if (news.kind === "plan") {
        setPlan(news.checks);
        setResults(NOTHING);
      } else {
        setResults((before) => new Map(before).set(news.result.id, news.result));
      }
    },
    onError(problem) {
      setError(problem);
      setIsAsking(false);
    },
    onComplete: () => setIsAsking(false),
  });
  function ask() {
    setError(null);
    setResults(NOTHING);
    setIsAsking(true);
  }
  return { plan, results, isAsking, error, ask };
}
