import type { Metadata } from "next";
import { LegalPage } from "../legal-page";
import { SECTIONS, SUMMARY } from "./text";

export const metadata: Metadata = {
  title: "Privacy",
  description: "What this T2M keeps about you, where, for how long, and how you get it or end it.",
};

export default function PrivacyPage() {
  return (
    <LegalPage
      path="/legal/privacy"
      title="Privacy"
      lastChanged="2026-11-25"
      summary={SUMMARY}
      sections={SECTIONS}
    />
  );
}
