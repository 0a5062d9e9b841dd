import type { ReactNode } from "react";
import { cn } from "./cn";

export type EmptyStateProps = {
  /** A drawing, not an icon in a circle: it is the message. */
  picture: ReactNode;
  title: string;
  /** "h1" where it stands for the whole page. */
  heading?: "h1" | "h2";
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** One picture, one sentence, one button. Also for "nothing found" and for what went wrong. */
export function EmptyState({
  picture,
  title,
  heading: Heading = "h2",
  children,
  action,
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        "mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center",
        className,
      )}
    >
      <div className="mb-6 text-muted-foreground">{picture}</div>
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {children ? (
        <div className="mt-2 text-sm text-pretty text-muted-foreground">{children}</div>
      ) : null}
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
