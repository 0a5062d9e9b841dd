import type { ReactNode } from "react";
import { SitePage } from "../site-page";

export type LegalSection = { id: string; title: string; body: ReactNode };

export type LegalPageProps = {
  path: string;
  title: string;
  /** ISO 8601, a day. */
  lastChanged: string;
  summary: readonly string[];
  sections: readonly LegalSection[];
};

/** A text to read: a summary on top, its contents beside it, lines of 68 characters. */
export function LegalPage({ path, title, lastChanged, summary, sections }: LegalPageProps) {
  return (
    <SitePage path={path}>
      <div className="mx-auto grid max-w-5xl gap-10 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-16">
        <div className="lg:col-start-2">
          <h1 className="text-xl font-semibold text-balance md:text-2xl">{title}</h1>
          <p className="mt-3 text-sm text-muted-foreground">
            Last changed on <time dateTime={lastChanged}>{inWords(lastChanged)}</time>
          </p>
          <section
            aria-labelledby="summary"
            className="mt-8 max-w-[68ch] rounded-lg border bg-card p-5 md:p-6"
          >
            <h2 id="summary" className="text-base font-semibold">
              In short
            </h2>
            <ul className="mt-3 list-disc space-y-2 pl-5 text-base text-pretty marker:text-muted-foreground">
              {summary.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </div>
        <nav
          aria-label="On this page"
          className="lg:sticky lg:top-8 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:self-start"
        >
          <p className="mb-2 text-sm font-medium">On this page</p>
          <ol className="border-l text-sm text-muted-foreground">
            {sections.map(({ id, title: name }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="-ml-px flex min-h-9 touch-target items-center border-l border-transparent pl-4 hover:border-primary hover:text-foreground"
                >
                  {name}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="max-w-[68ch] space-y-10 lg:col-start-2">
          {sections.map(({ id, title: name, body }) => (
            <section key={id} id={id} className="scroll-mt-8">
              <h2 className="text-lg font-semibold">{name}</h2>
              <div className="mt-3 space-y-4 text-base leading-7 text-pretty">{body}</div>
            </section>
          ))}
        </div>
      </div>
    </SitePage>
  );
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}
