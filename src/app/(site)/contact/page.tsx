import type { Metadata } from "next";
import { TRPCReactProvider } from "~/trpc/react";
import { findViewer } from "~/trpc/server";
import { SitePage } from "../site-page";
import { ContactForm } from "./contact-form";

export const metadata: Metadata = {
  title: "Contact",
  description: "Write to the people who host this T2M.",
};

export default async function ContactPage() {
  const viewer = await findViewer();
  return (
    <SitePage path="/contact">
      <div className="mx-auto grid max-w-5xl gap-10 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)] md:gap-16">
        <div>
          <h1 className="text-xl font-semibold text-balance md:text-2xl">
            Write to whoever hosts this T2M
          </h1>
          <div className="mt-4 max-w-110 space-y-4 text-base text-pretty text-muted-foreground">
            <p>
              A question, a fault, a wish for Premium, something about your data: it all lands in
              one place, and the people who run this server read it there.
            </p>
            <p>
              Answers come by e-mail. Your message is kept until they delete it; nobody else sees
              it.
            </p>
          </div>
        </div>
        <TRPCReactProvider>
          <ContactForm name={viewer?.name ?? ""} email={viewer?.email ?? ""} />
        </TRPCReactProvider>
      </div>
    </SitePage>
  );
}
