import type { ReactNode } from "react";
import { LoopingClips } from "~/components/media/looping-clips";
import { CopyButton } from "~/components/ui/copy-button";
import { ClipPicture } from "./clip-picture";
import { MAKING, SEEKING } from "./clips";
import { Scrubber } from "./scrubber";

const COMMANDS = "npm ci\nnpm start";

type ProofProps = { title: string; children: ReactNode; picture: ReactNode };

function Proof({ title, children, picture }: ProofProps) {
  return (
    <section className="grid items-center gap-6 md:grid-cols-12 md:gap-12 md:odd:[&>:first-child]:order-2">
      <div className="md:col-span-5">
        <h2 className="text-lg font-semibold text-balance md:text-xl">{title}</h2>
        <div className="mt-3 max-w-110 text-base text-pretty text-muted-foreground">{children}</div>
      </div>
      <div className="md:col-span-7">{picture}</div>
    </section>
  );
}

/** Three things that one can see for oneself. */
export function Proofs() {
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-20 px-4 py-20 md:gap-32 md:px-8 md:py-32">
      <Proof
        title="See it while it is made"
        picture={
          <LoopingClips className="relative aspect-video overflow-hidden rounded-lg border bg-muted">
            <ClipPicture clip={MAKING} className="animate-[develop_6s_var(--ease-out)_infinite]" />
            <span
              aria-hidden
              className="absolute inset-x-0 bottom-0 h-1 origin-left animate-[fill_6s_linear_infinite] bg-primary"
            />
          </LoopingClips>
        }
      >
        <p>
          The newest frame is on the page while the next one is being drawn. Close the page: the
          film goes on without you, and is there when you are back.
        </p>
        <p className="mt-4 text-sm">“{MAKING.prompt}”</p>
      </Proof>
      <Proof title="Seek anywhere, at once" picture={<Scrubber clip={SEEKING} />}>
        <p>
          The player asks only for the bytes it needs, by links that are signed, expire, and renew
          themselves without a stutter. Drag the line and see.
        </p>
        <p className="mt-4 text-sm">“{SEEKING.prompt}”</p>
      </Proof>
      <Proof
        title="Yours to host"
        picture={
          <div className="relative rounded-lg border bg-card">
            <pre className="overflow-x-auto p-6 pr-16 font-mono text-base leading-8 md:p-8">
              {COMMANDS.split("\n").map((line) => (
                <code key={line} className="block">
                  <span aria-hidden className="text-muted-foreground select-none">
                    ${" "}
                  </span>
                  {line}
                </code>
              ))}
            </pre>
            <CopyButton
              text={COMMANDS}
              label="Copy the commands"
              size="icon"
              className="absolute top-4 right-4"
            />
          </div>
        }
      >
        <p>
          Two commands and Node.js, on any computer. The films are drawn there too, so it needs no
          graphics card, no key and nobody's cloud, and what you make stays with you.
        </p>
      </Proof>
    </div>
  );
}
