import type { Metadata } from "next";
import { SitePage } from "../site-page";
import { TextLink } from "../text-link";
import { Architecture } from "./architecture";

export const metadata: Metadata = {
  title: "About",
  description: "Where T2M comes from, what it is made of, and what it holds to.",
};

const HELD_TO = [
  {
    title: "Nothing is made up",
    text: "A bar that moves is a film that is being drawn. What cannot be done yet is not on the page, and what fails says so in a sentence.",
  },
  {
    title: "Every door asks",
    text: "Who is it, may they, how often: each page, each call and each piece of a film asks for itself. No door trusts the one before it.",
  },
  {
    title: "Any computer will do",
    text: "Two commands on a machine with Node.js bring up all of it, with a database, a sign-in and a renderer that needs no graphics card.",
  },
];

export default function AboutPage() {
  return (
    <SitePage path="/about">
      <div className="max-w-[68ch]">
        <h1 className="text-xl font-semibold text-balance md:text-2xl">
          A guide to signing in, and the app that came out of it
        </h1>
        <div className="mt-4 space-y-4 text-base text-pretty text-muted-foreground">
          <p>
            T2M began as a written guide: how a text-to-media app should tell who somebody is, what
            they may do and how long they stay. Its example was an app that did not exist.
          </p>
          <p>
            So it was built, and the example became the point. A sentence goes in; scenery,
            characters and music come out, drawn on the processor of whoever hosts it, and the same
            recipe gives the same film again, byte for byte. The guide’s subject is still in it: it
            is the part that you do not notice.
          </p>
        </div>
      </div>
      <section aria-labelledby="parts" className="mt-16 md:mt-24">
        <h2 id="parts" className="text-lg font-semibold md:text-xl">
          What it is made of
        </h2>
        <p className="mt-2 max-w-[68ch] text-base text-pretty text-muted-foreground">
          One process takes every request, others draw. What is dashed can be rented; on a fresh
          machine a stand-in speaks the same protocol in its place.
        </p>
        <Architecture />
      </section>
      <section aria-labelledby="held" className="mt-16 md:mt-24">
        <h2 id="held" className="text-lg font-semibold md:text-xl">
          What it holds to
        </h2>
        <div className="mt-6 grid gap-8 md:grid-cols-3">
          {HELD_TO.map(({ title, text }) => (
            <div key={title}>
              <h3 className="text-base font-semibold">{title}</h3>
              <p className="mt-2 text-base text-pretty text-muted-foreground">{text}</p>
            </div>
          ))}
        </div>
        <p className="mt-10 text-base text-muted-foreground">
          It is free software. <TextLink href="/pricing">What it costs and allows</TextLink>,{" "}
          <TextLink href="/legal/privacy">what it keeps about you</TextLink>, and{" "}
          <TextLink href="/contact">who answers questions</TextLink>.
        </p>
      </section>
    </SitePage>
  );
}
