import type { ReactNode } from "react";

type Props = { title: string; action?: ReactNode; children: ReactNode };

export function FilesFrame({ title, action, children }: Props) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 lg:py-12">
      <div className="mb-6 flex min-h-10 items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">{title}</h1>
        {action}
      </div>
      {children}
    </div>
  );
}
