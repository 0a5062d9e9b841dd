import Link from "next/link";

const IDEAS = [
  "A paper boat sails across a calm lake at sunset",
  "Three cats dance on the moon",
  "A red fox runs through a snowy forest at night",
  "Whales swim under the northern lights",
  "A train crosses the desert at noon",
  "A jazz band plays on a small stage",
];

/** For somebody who has made nothing yet: ideas that fill the composer. */
export function Examples() {
  return (
    <section aria-labelledby="ideas" className="mt-10">
      <h2 id="ideas" className="mb-4 text-lg font-semibold">
        Start from an idea
      </h2>
      <ul className="flex flex-wrap gap-2">
        {IDEAS.map((idea) => (
          <li key={idea}>
            <Link
              href={`/dashboard?prompt=${encodeURIComponent(idea)}`}
              scroll
              className="touch-target inline-flex items-center rounded-full border bg-card px-4 py-2 text-sm transition-colors hover:border-border-strong hover:bg-accent"
            >
              {idea}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
