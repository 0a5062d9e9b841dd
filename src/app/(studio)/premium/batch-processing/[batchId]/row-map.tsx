import { cn } from "~/components/ui/cn";

const DOTS: Record<string, string> = {
  q: "bg-secondary-hover",
  r: "animate-pulse bg-primary motion-reduce:animate-none",
  s: "bg-success",
  f: "bg-destructive",
  c: "bg-border-strong",
  "-": "bg-transparent",
};

/** Every row as a dot, in their order; the bar above says the same in words. */
export function RowMap({ letters }: { letters: string }) {
  return (
    <div aria-hidden className="mt-4 flex flex-wrap gap-1">
      {Array.from(letters, (letter, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a batch never move.
          key={index}
          title={`Row ${index + 1}`}
          className={cn("size-2.5 rounded-[3px]", DOTS[letter])}
        />
      ))}
    </div>
  );
}
