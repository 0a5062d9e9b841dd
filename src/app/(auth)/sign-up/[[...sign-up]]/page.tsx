import { SignUp } from "@clerk/nextjs";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { authFormAppearance } from "~/components/identity/appearance";
import { env } from "~/env";
import { findViewer } from "~/trpc/server";
import { FormSkeleton } from "../../form-skeleton";
import { afterSignUp, readReturnTarget } from "../../return-target";
import { WhereTo } from "../../where-to";

export const metadata: Metadata = { title: "Create an account" };

type Props = { searchParams: Promise<{ redirect_url?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const target = readReturnTarget((await searchParams).redirect_url, env().APP_ORIGIN);
  const next = afterSignUp(target);
  if (await findViewer()) redirect(next.path);
  return (
    <>
      <WhereTo target={target} />
      <SignUp
        path="/sign-up"
        signInUrl={`/sign-in?redirect_url=${encodeURIComponent(target.path)}`}
        forceRedirectUrl={next.path}
        signInForceRedirectUrl={target.path}
        appearance={authFormAppearance}
        fallback={<FormSkeleton fields={3} />}
      />
    </>
  );
}
