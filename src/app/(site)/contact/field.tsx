import { type ReactNode, useId } from "react";

type FieldProps = {
  label: string;
  problem: string | undefined;
  note?: string;
  children: (field: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby": string;
  }) => ReactNode;
};

/** A labelled field with what is wrong with it right below. */
export function Field({ label, problem, note, children }: FieldProps) {
  const id = useId();
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {note ? <span className="text-xs text-muted-foreground tabular-nums">{note}</span> : null}
      </div>
      {children({ id, "aria-invalid": Boolean(problem), "aria-describedby": `${id}-problem` })}
      <p id={`${id}-problem`} className="mt-1.5 text-sm text-destructive-ink empty:hidden">
        {problem}
      </p>
    </div>
  );
}
