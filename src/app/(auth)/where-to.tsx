import type { ReturnTarget } from "./return-target";

/** Where the form leads, if that has a name. The heading of each step is Clerk's own. */
export function WhereTo({ target }: { target: ReturnTarget }) {
  if (!target.name) return null;
  return (
    <p className="mb-6 text-sm text-muted-foreground">
      You go on to <strong className="font-medium text-foreground">{target.name}</strong>.
    </p>
  );
}
