import { redirect } from "next/navigation";
import { findViewer } from "~/trpc/server";
import { Hero } from "./hero";
import { Proofs } from "./proofs";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

type Props = { searchParams: Promise<{ stay?: string }> };

export default async function LandingPage({ searchParams }: Props) {
  const [{ stay }, viewer] = await Promise.all([searchParams, findViewer()]);
  if (viewer && stay === undefined) redirect("/dashboard");
  const isSignedIn = viewer !== null;
  return (
    <>
      <SiteHeader isSignedIn={isSignedIn} path="/" onWall />
      <main id="main" tabIndex={-1} className="outline-none">
        <Hero isSignedIn={isSignedIn} />
        <Proofs />
      </main>
      <SiteFooter isSignedIn={isSignedIn} />
    </>
  );
}
