import type { Metadata } from "next";
import { LegalPage } from "../legal-page";
import { SECTIONS, SUMMARY } from "./text";

export const metadata: Metadata = {
  title: "Terms",
  description: "What you and whoever hosts this T2M can expect of each other.",
};

export default function TermsPage() {
  return (
    <LegalPage
      path="/legal/terms"
      title="Terms of use"
      lastChanged="2026-11-25"
      summary={SUMMARY}
      sections={SECTIONS}
    />
  );
}
