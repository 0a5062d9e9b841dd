"use client";

import { SignIn, useAuth, useClerk } from "@clerk/nextjs";
import { useEffect, useState } from "react";
import { authFormAppearance } from "~/components/identity/appearance";
import { FormSkeleton } from "../../form-skeleton";

type Props = {
  returnTo: string;
  signUpTo: string;
  /** The server has ended a session that Clerk may not know to be over yet. */
  isStale: boolean;
};

/** Clerk's form. It would send somebody who is signed in at Clerk back to where they are refused. */
export function SignInForm({ returnTo, signUpTo, isStale }: Props) {
  const isReady = useStaleSessionEnded(isStale);
  if (!isReady) return <FormSkeleton fields={1} />;
  return (
    <SignIn
      path="/sign-in"
      signUpUrl={`/sign-up?redirect_url=${encodeURIComponent(returnTo)}`}
      forceRedirectUrl={returnTo}
      signUpForceRedirectUrl={signUpTo}
      appearance={authFormAppearance}
      fallback={<FormSkeleton fields={1} />}
    />
  );
}

function useStaleSessionEnded(isStale: boolean): boolean {
  const clerk = useClerk();
  const { isLoaded, isSignedIn } = useAuth();
  const [isReady, setIsReady] = useState(!isStale);

  useEffect(() => {
    if (isReady || !isLoaded) return;
    const ended = isSignedIn ? clerk.signOut(() => undefined) : Promise.resolve();
    const goOn = () => setIsReady(true);
    ended.then(goOn, goOn);
  }, [isReady, isLoaded, isSignedIn, clerk]);

  return isReady;
}
