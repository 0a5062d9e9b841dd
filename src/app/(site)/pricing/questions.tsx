import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { TextLink } from "../text-link";

const { free, premium } = ENTITLEMENTS;

const QUESTIONS: readonly { question: string; answer: ReactNode }[] = [
  {
    question: "What does it cost?",
    answer:
      "Nothing that T2M could ask for: there is no checkout in it. A server costs its host electricity or rent, and how they get that back, if they want to, is between you and them.",
  },
  {
    question: "How do I get Premium here?",
    answer: (
      <>
        <TextLink href="/contact">Write to whoever hosts this T2M.</TextLink> An admin changes the
        tier of your account, and it counts from your next click. On a T2M of your own you are that
        admin.
      </>
    ),
  },
  {
    question: "What happens to my films when Premium ends?",
    answer: `They stay, and they play: nothing is deleted and nothing is made smaller. New ones follow the limits of Free again, ${free.maxDurationSeconds} seconds and ${free.maxQuality}.`,
  },
  {
    question: "Why do I have to wait at all?",
    answer: `Films are drawn by a few workers, and everybody’s jobs share them. Whoever has waited longest is next; a minute of a Premium member counts for ${premium.queueWeight}. So Premium is faster, and no free job waits for ever: each one grows old enough to be first.`,
  },
  {
    question: "Does it need a graphics card or a key?",
    answer:
      "No. The built-in renderer draws the film, composes its music and encodes it on an ordinary processor. Node.js on any computer is enough.",
  },
  {
    question: "Whose are the films?",
    answer: (
      <>
        Yours. The licence of T2M is about the software and claims nothing in what you make with it.{" "}
        <TextLink href="/legal/terms">The terms</TextLink> say the same in more words.
      </>
    ),
  },
  {
    question: "Can I leave, and take everything along?",
    answer: (
      <>
        Yes. Your profile gives you one archive with your films, files and recipes, and deletes your
        account. <TextLink href="/legal/privacy">How your data is kept</TextLink> says when what is
        gone.
      </>
    ),
  },
];

export function Questions() {
  return (
    <section aria-labelledby="questions" className="mx-auto mt-20 max-w-3xl md:mt-28">
      <h2 id="questions" className="text-lg font-semibold md:text-xl">
        Questions
      </h2>
      <div className="mt-4 divide-y border-y">
        {QUESTIONS.map(({ question, answer }) => (
          <details key={question} className="group">
            <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-4 rounded-sm py-3 text-base font-medium [&::-webkit-details-marker]:hidden">
              {question}
              <ChevronDown
                aria-hidden
                className="size-5 shrink-0 text-muted-foreground transition-transform group-open:rotate-180"
              />
            </summary>
            <p className="max-w-[68ch] pb-5 text-base text-pretty text-muted-foreground">
              {answer}
            </p>
          </details>
        ))}
      </div>
    </section>
  );
}
