import { CircleCheck, CircleDashed, CircleMinus, CircleX, TriangleAlert } from "lucide-react";
import { cn } from "~/components/ui/cn";
import { CopyButton } from "~/components/ui/copy-button";
import { Spinner } from "~/components/ui/spinner";
import type { CheckPlan, CheckResult, CheckStatus } from "~/server/doctor/schema";

const MARKS = {
  ok: { Icon: CircleCheck, color: "text-success-ink", name: "green" },
  warn: { Icon: TriangleAlert, color: "text-warning-ink", name: "worth a look" },
  fail: { Icon: CircleX, color: "text-destructive-ink", name: "red" },
  skipped: { Icon: CircleMinus, color: "text-muted-foreground", name: "not asked" },
} as const satisfies Record<CheckStatus, object>;

type CheckRowProps = {
  check: CheckPlan;
  result: CheckResult | undefined;
  isBeingAsked: boolean;
};

/** A line of the list; a red one opens to what has to be done. */
export function CheckRow({ check, result, isBeingAsked }: CheckRowProps) {
  return (
    <li data-check={check.id} data-status={result?.status} className="flex gap-3 py-2.5 text-sm">
      <span className="mt-px shrink-0">
        <Mark result={result} isBeingAsked={isBeingAsked} />
      </span>
      <div className="min-w-0 flex-1">
        <p className={result ? "font-medium" : "text-muted-foreground"}>{check.title}</p>
        {result ? <p className="text-muted-foreground">{result.detail}</p> : null}
        {result?.mend ? <Mend status={result.status} mend={result.mend} /> : null}
      </div>
    </li>
  );
}

function Mark({ result, isBeingAsked }: Omit<CheckRowProps, "check">) {
  if (!result) {
    return isBeingAsked ? (
      <Spinner className="size-5 text-muted-foreground" />
    ) : (
      <CircleDashed aria-hidden className="size-5 text-muted-foreground" />
    );
  }
  const { Icon, color, name } = MARKS[result.status];
  return (
    <>
      <Icon aria-hidden className={cn("size-5", color)} />
      <span className="sr-only">{name}</span>
    </>
  );
}

function Mend({ status, mend }: { status: CheckStatus; mend: string }) {
  return (
    <div
      className={cn(
        "mt-2 flex items-start justify-between gap-2 rounded-sm p-3",
        status === "fail" && "bg-destructive-tint",
        status === "warn" && "bg-warning-tint",
        status === "skipped" && "bg-secondary",
      )}
    >
      <p className="min-w-0 wrap-anywhere">{mend}</p>
      <CopyButton text={mend} label="Copy what to do" className="-my-1 shrink-0" />
    </div>
  );
}
