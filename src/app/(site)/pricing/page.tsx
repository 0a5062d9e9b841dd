import type { Metadata } from "next";
import { findViewer } from "~/trpc/server";
import { SitePage } from "../site-page";
import { Comparison } from "./comparison";
import { Questions } from "./questions";
import { TierCards } from "./tier-cards";

export const metadata: Metadata = {
  title: "Pricing",
  description: "What the tiers of T2M allow, and what it takes to host it yourself.",
};

export default async function PricingPage() {
  const viewer = await findViewer();
  return (
    <SitePage path="/pricing">
      <div className="max-w-160">
        <h1 className="text-xl font-semibold text-balance md:text-2xl">
          Nothing to buy. Two tiers, given by whoever hosts it.
        </h1>
        <p className="mt-4 text-base text-pretty text-muted-foreground">
          T2M is free software without a checkout: it cannot take money. Whoever hosts it pays for
          the machine, and decides whose account is in which tier.
        </p>
      </div>
      <TierCards tier={viewer?.tier ?? null} />
      <Comparison />
      <Questions />
    </SitePage>
  );
}
