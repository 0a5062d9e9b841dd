"use client";

import { useEffect, useRef } from "react";
import { api } from "~/trpc/react";

const QUIET_MS = 400;

/** The dry run of these rows, asked for again once nobody has changed them for a moment. */
export function usePlan(rows: readonly unknown[]) {
  const plan = api.batches.plan.useMutation();
  const { mutate } = plan;
  const wire = JSON.stringify(rows);
  const asked = useRef("");
  useEffect(() => {
    if (wire === asked.current || wire === "[]") return;
    const delay = asked.current === "" ? 0 : QUIET_MS;
    const timer = setTimeout(() => {
      asked.current = wire;
      mutate({ rows: JSON.parse(wire) });
    }, delay);
    return () => clearTimeout(timer);
  }, [wire, mutate]);
  return {
    /** Of the rows as they are now; null while it is being asked for. */
    plan: plan.data && asked.current === wire ? plan.data : null,
    /** The newest one there was, to show meanwhile. */
    latest: plan.data ?? null,
    error: plan.isError ? plan.error : null,
    retry: () => mutate({ rows: JSON.parse(wire) }),
  };
}
