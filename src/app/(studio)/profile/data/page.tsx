import type { Metadata } from "next";
import { requireViewer } from "~/trpc/server";
import { Section } from "../section";
import { Export } from "./export";
import { Leave } from "./leave";

export const metadata: Metadata = { title: "Your data" };

export default async function DataPage() {
  await requireViewer("/profile/data");
  return (
    <>
      <Section
        title="A copy of everything"
        note="Your videos and files as they are, with each video’s recipe and checksum."
      >
        <Export />
      </Section>
      <Section title="Delete the account">
        <Leave />
      </Section>
    </>
  );
}
