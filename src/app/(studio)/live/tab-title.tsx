"use client";

import { useEffect, useState } from "react";
import { isTerminal } from "~/server/jobs/schema";
import { usePreferences } from "../profile/preferences/use-preferences";
import { useLive } from "./live-provider";

/** Progress in the tab's title, for people who look elsewhere meanwhile: "42 % · Videos", "✓ Videos". */
export function TabTitle() {
  const { jobs } = useLive();
  const { showsProgressInTitle } = usePreferences();
  const active = jobs.filter((job) => !isTerminal(job.status));
  const done = jobs.filter((job) => job.status === "SUCCEEDED").length;
  const [seenDone, setSeenDone] = useState(done);

  useEffect(() => {
    const see = () => document.hasFocus() && setSeenDone(done);
    see();
    window.addEventListener("focus", see);
    return () => window.removeEventListener("focus", see);
  }, [done]);

  const percent = active.length > 0 ? Math.max(...active.map((job) => job.progress)) : null;
  const news = percent !== null ? `${percent} % · ` : done > seenDone ? "✓ " : "";
  const prefix = showsProgressInTitle ? news : "";

  useEffect(() => {
    const plain = document.title.replace(/^(\d+ % · |✓ )/, "");
    document.title = prefix + plain;
  });

  return null;
}
