import type { ReturnTarget } from "./return-target";

/** Names the first step; Clerk names the later ones itself. */
export function AuthHeading({ title, target }: { title: string; target: ReturnTarget }) {
  return (
    <div className="mb-8 group-has-[.cl-card:not(.cl-signIn-start,.cl-signUp-start)]/auth:hidden">
      <h1 className="text-xl font-semibold">{title}</h1>
      {target.name ? (
        <p className="mt-2 text-sm text-muted-foreground">
          to go on to <strong className="font-medium text-foreground">{target.name}</strong>
        </p>
      ) : null}
    </div>
  );
}
