"use client";

import { Skeleton } from "~/components/ui/skeleton";
import type { SharePreview } from "~/server/shares/schema";
import { LoadProblem } from "../../(studio)/tiles/load-problem";
import { LinkEnded, LinkUsedUp, NothingHere } from "./notices";
import { PassphraseForm } from "./passphrase-form";
import { SharedFilm } from "./shared-film";
import { useSharedVideo } from "./use-shared-video";

type ShareScreenProps = { token: string; preview: SharePreview };

/** The video behind a link, or what stands before it. */
export function ShareScreen({ token, preview }: ShareScreenProps) {
  const { state, problem, isPending, open, renew } = useSharedVideo(token, preview);
  switch (state.name) {
    case "watching":
      return <SharedFilm video={state.video} renew={renew} />;
    case "locked":
      return (
        <PassphraseForm
          problem={problem}
          isPending={isPending}
          onSubmit={(passphrase) => void open(passphrase)}
        />
      );
    case "gone":
      return <NothingHere />;
    case "expired":
      return <LinkEnded endedAt={state.endedAt} />;
    case "used-up":
      return <LinkUsedUp />;
    case "unreachable":
      return <LoadProblem what="this video" error={state.error} onRetry={() => void open()} />;
    default:
      return <Opening title={preview.state === "open" ? preview.title : null} />;
  }
}

function Opening({ title }: { title: string | null }) {
  return (
    <div aria-busy="true">
      <Skeleton className="aspect-video max-h-[78vh] w-full" />
      {title ? (
        <h1 className="mt-5 text-lg leading-7 font-semibold text-pretty wrap-anywhere">{title}</h1>
      ) : (
        <Skeleton className="mt-5 h-7 w-2/3" />
      )}
    </div>
  );
}
