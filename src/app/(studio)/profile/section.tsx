import { type ReactNode, useId } from "react";

export type SectionProps = { title: string; note?: ReactNode; children: ReactNode };

/** One thing that can be set or seen: what it is on the left, the thing itself on the right. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-b py-8 first:pt-0 last:border-b-0 md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {note ? <p className="mt-1 text-sm text-pretty text-muted-foreground">{note}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
