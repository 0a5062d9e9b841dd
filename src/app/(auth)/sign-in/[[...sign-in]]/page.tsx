import { SignIn } from "@clerk/nextjs";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { authFormAppearance } from "~/components/identity/appearance";
import { env } from "~/env";
import { findViewer } from "~/trpc/server";
import { AuthHeading } from "../../auth-heading";
import { FormSkeleton } from "../../form-skeleton";
import { afterSignUp, readReturnTarget } from "../../return-target";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ redirect_url?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const target = readReturnTarget((await searchParams).redirect_url, env().APP_ORIGIN);
  if (await findViewer()) redirect(target.path);
  return (
    <>
      <AuthHeading title="Sign in" target={target} />
      <SignIn
        path="/sign-in"
        signUpUrl={`/sign-up?redirect_url=${encodeURIComponent(target.path)}`}
        forceRedirectUrl={target.path}
        signUpForceRedirectUrl={afterSignUp(target).path}
        appearance={authFormAppearance}
        fallback={<FormSkeleton fields={1} />}
      />
    </>
  );
}
