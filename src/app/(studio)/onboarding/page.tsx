import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getApi, requireViewer } from "~/trpc/server";
import { ChooseStep } from "./choose-step";
import { IDEAS, OWN_IDEA } from "./ideas";
import { readStep } from "./step";
import { StepFrame } from "./step-frame";
import { TryStep } from "./try-step";
import { WatchStep } from "./watch-step";

export const metadata: Metadata = { title: "Welcome" };

type Props = { searchParams: Promise<{ step?: string | string[]; idea?: string | string[] }> };

/** Three steps that end on the first film. The address says which one; without it, the one that was left. */
export default async function OnboardingPage({ searchParams }: Props) {
  const { id: viewerId } = await requireViewer("/onboarding");
  const [query, api] = await Promise.all([searchParams, getApi()]);
  const { stepsDone, isFinished } = await api.account.onboarding();
  if (isFinished) redirect("/dashboard");

  const step = readStep(query.step) ?? stepsDone + 1;
  if (step === 1) {
    return (
      <StepFrame step={1} title="What will you make?">
        <ChooseStep />
      </StepFrame>
    );
  }
  const [film] = step === 3 ? (await api.videos.list({ limit: 1 })).items : [];
  if (film) return <WatchStep initial={film} />;

  const isOwn = query.idea === OWN_IDEA;
  const idea = isOwn ? null : (IDEAS.find(({ id }) => id === query.idea) ?? IDEAS[0] ?? null);
  const [card] = await api.videos.models();
  return (
    <StepFrame step={2} title="Try it">
      <TryStep key={idea?.id} viewerId={viewerId} idea={idea} card={card ?? null} />
    </StepFrame>
  );
}
