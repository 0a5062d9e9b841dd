import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { env } from "~/env";
import { EndedBecause, SESSION_LIMITS } from "~/server/accounts/schema";
import { findViewer } from "~/trpc/server";
import { afterSignUp, readReturnTarget } from "../../return-target";
import { WhereTo } from "../../where-to";
import { EndedBanner } from "./ended-banner";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Words = string | string[];
type Props = { searchParams: Promise<{ redirect_url?: Words; reason?: Words }> };

export default async function SignInPage({ searchParams }: Props) {
  const { redirect_url: returnTo, reason } = await searchParams;
  const { APP_ORIGIN, SESSION_LIFETIME_DAYS } = env();
  const target = readReturnTarget(returnTo, APP_ORIGIN);
  if (await findViewer()) redirect(target.path);
  const endedBecause = EndedBecause.safeParse(reason).data ?? null;
  return (
    <>
      {endedBecause ? <EndedBanner because={endedBecause} /> : null}
      <WhereTo target={target} />
      <SignInForm
        returnTo={target.path}
        signUpTo={afterSignUp(target).path}
        isStale={endedBecause !== null}
      />
      <p className="mt-6 text-xs text-pretty text-muted-foreground">
        You stay signed in on this browser for {SESSION_LIFETIME_DAYS} days, unless nobody touches
        T2M for {SESSION_LIMITS.idleSeconds / 60} minutes.
      </p>
    </>
  );
}
