"use client";

import { useState } from "react";
import type { Entitlements } from "~/server/accounts/schema";
import type { ModelCard } from "~/server/platform/generators/schema";
import { CheckRows } from "./check-rows";
import { type Defaults, DefaultsPicker } from "./defaults";
import { readRows } from "./read-rows";
import { useKeptText } from "./use-kept-text";
import { WriteRows } from "./write-rows";

type Props = { viewerId: string; card: ModelCard; entitlements: Entitlements };

/** Write, check, run. The text stays until it has become a batch. */
export function NewBatch({ viewerId, card, entitlements }: Props) {
  const [text, setText] = useKeptText(`t2m-batch:${viewerId}`);
  const [isChecking, setIsChecking] = useState(false);
  const [defaults, setDefaults] = useState<Defaults>({
    duration: 10,
    quality: "720p",
    aspectRatio: "16:9",
    style: "cinematic",
  });
  const { rows, unknownColumns } = readRows(text);
  if (isChecking) {
    return (
      <CheckRows
        initial={rows}
        defaults={defaults}
        onBack={() => setIsChecking(false)}
        onDone={() => setText("")}
      />
    );
  }
  return (
    <div className="space-y-4">
      <WriteRows
        text={text}
        maxRows={entitlements.maxBatchRows}
        onChange={setText}
        onCheck={() => setIsChecking(true)}
      />
      {unknownColumns.length > 0 ? (
        <p className="text-sm text-warning-ink">
          Left out, because they mean nothing here: {unknownColumns.join(", ")}.
        </p>
      ) : null}
      <DefaultsPicker
        card={card}
        entitlements={entitlements}
        value={defaults}
        onChange={setDefaults}
      />
    </div>
  );
}
