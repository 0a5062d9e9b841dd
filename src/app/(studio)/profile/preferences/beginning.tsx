"use client";

import { Skeleton } from "~/components/ui/skeleton";
import type { ModelCard } from "~/server/platform/generators/schema";
import { api } from "~/trpc/react";
import { AspectPicker } from "../../dashboard/composer/aspect-picker";
import { DurationPicker } from "../../dashboard/composer/duration-picker";
import { QualityPicker } from "../../dashboard/composer/quality-picker";
import { StylePicker } from "../../dashboard/composer/style-picker";
import { LoadProblem } from "../../tiles/load-problem";
import { useChangePreferences } from "./use-preferences";

/** The same pickers as where a video is made. */
export function Beginning({ models: [card] }: { models: readonly ModelCard[] }) {
  const account = api.account.me.useQuery();
  const change = useChangePreferences();
  if (account.isError && !account.data) {
    return (
      <LoadProblem
        what="your preferences"
        error={account.error}
        onRetry={() => void account.refetch()}
      />
    );
  }
  if (!account.data || !card) return <Skeleton className="h-8 w-80 max-w-full" />;
  const { preferences, entitlements } = account.data;
  return (
    <div className="flex flex-wrap gap-2">
      <AspectPicker
        card={card}
        value={preferences.aspectRatio}
        onChange={(aspectRatio) => change({ aspectRatio })}
      />
      <DurationPicker
        card={card}
        entitlements={entitlements}
        value={preferences.duration}
        onChange={(duration) => change({ duration })}
      />
      <QualityPicker
        card={card}
        entitlements={entitlements}
        value={preferences.quality}
        onChange={(quality) => change({ quality })}
      />
      <StylePicker card={card} value={preferences.style} onChange={(style) => change({ style })} />
    </div>
  );
}
