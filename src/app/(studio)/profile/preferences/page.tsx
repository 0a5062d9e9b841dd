import type { Metadata } from "next";
import { Suspense } from "react";
import { Skeleton } from "~/components/ui/skeleton";
import { getApi, requireViewer } from "~/trpc/server";
import { Section } from "../section";
import { Beginning } from "./beginning";
import { Habits } from "./habits";
import { ThemeCards } from "./theme-cards";

export const metadata: Metadata = { title: "Preferences" };

export default async function PreferencesPage() {
  await requireViewer("/profile/preferences");
  return (
    <>
      <Section title="Theme" note="For this browser.">
        <ThemeCards />
      </Section>
      <Section title="New videos" note="What Create begins with. You can change it each time.">
        <Suspense fallback={<Skeleton className="h-8 w-80 max-w-full" />}>
          <Models />
        </Suspense>
      </Section>
      <Section title="While you work" note="The same on all your devices.">
        <Habits />
      </Section>
    </>
  );
}

async function Models() {
  const api = await getApi();
  return <Beginning models={await api.videos.models()} />;
}
