"use client";

import { Stethoscope } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CHECK_GROUPS, type CheckResult } from "~/server/doctor/schema";
import { LoadProblem } from "../../../tiles/load-problem";
import { CheckRow } from "./check-row";
import { useDoctor } from "./use-doctor";

/** The same list as `npm run doctor`, filling while one looks. */
export function DoctorCard() {
  const { plan, results, isAsking, error, ask } = useDoctor();
  const next = plan?.find(({ id }) => !results.has(id))?.id;
  return (
    <Card className="min-w-0 p-4 sm:p-5">
      <section aria-labelledby="doctor">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="max-w-md">
            <h2 id="doctor" className="text-base font-semibold">
              Doctor
            </h2>
            <p className="mt-1 text-sm text-muted-foreground" role="status">
              {plan
                ? summary([...results.values()], plan.length, isAsking)
                : "Asks every part, and T2M itself through its public address. Each red line names its mend."}
            </p>
          </div>
          <Button pending={isAsking} onClick={ask}>
            <Stethoscope aria-hidden />
            {plan ? "Ask again" : "Ask the doctor"}
          </Button>
        </div>
        {error ? (
          <div className="mt-4">
            <LoadProblem what="the doctor’s list" error={error} onRetry={ask} />
          </div>
        ) : null}
        {plan
          ? CHECK_GROUPS.map((group) => (
              <div key={group} className="mt-5">
                <h3 className="mb-1 text-sm font-semibold">{group}</h3>
                <ul className="divide-y">
                  {plan
                    .filter((check) => check.group === group)
                    .map((check) => (
                      <CheckRow
                        key={check.id}
                        check={check}
                        result={results.get(check.id)}
                        isBeingAsked={isAsking && check.id === next}
                      />
                    ))}
                </ul>
              </div>
            ))
          : null}
      </section>
    </Card>
  );
}

function summary(results: readonly CheckResult[], all: number, isAsking: boolean): string {
  if (isAsking) return `${results.length} of ${all} asked`;
  const count = (status: CheckResult["status"]) =>
    results.filter((result) => result.status === status).length;
  const red = count("fail");
  const rest = `${count("ok")} green, ${count("warn")} to look at, ${count("skipped")} not asked`;
  return red === 0 ? `Nothing is red: ${rest}.` : `${red} red, ${rest}.`;
}
