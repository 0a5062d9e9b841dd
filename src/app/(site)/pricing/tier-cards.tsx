import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "~/components/ui/badge";
import { buttonVariants } from "~/components/ui/button";
import { cn } from "~/components/ui/cn";
import { CopyButton } from "~/components/ui/copy-button";
import { ENTITLEMENTS, type Entitlements, type Tier } from "~/server/accounts/schema";
import { count, formatBinary } from "./quantities";

const COMMANDS = "npm ci\nnpm start";

/** @param tier - the tier of whoever looks; null for nobody in particular. */
export function TierCards({ tier }: { tier: Tier | null }) {
  return (
    <div className="mt-10 grid gap-4 lg:mt-14 lg:grid-cols-3">
      <TierCard
        title="Free"
        how="Every account starts here"
        isYours={tier === "free"}
        points={pointsOf(ENTITLEMENTS.free)}
        action={
          <Link
            href={tier ? "/dashboard" : "/sign-up"}
            className={buttonVariants({ size: "lg", className: "w-full" })}
          >
            {tier ? "To your studio" : "Create an account"}
          </Link>
        }
      />
      <TierCard
        title="Premium"
        how="Given by whoever hosts this T2M"
        isYours={tier === "premium"}
        points={pointsOf(ENTITLEMENTS.premium)}
        action={
          <Link
            href="/contact"
            className={buttonVariants({ variant: "secondary", size: "lg", className: "w-full" })}
          >
            Ask for it
          </Link>
        }
      />
      <TierCard
        title="Host it yourself"
        how="Free software, MIT licence"
        points={[
          "You are the one who gives the tiers, to yourself too",
          "Films are drawn on your processor: no key, no graphics card",
          "Accounts, prompts and films stay on your machine",
          "As many workers as your machines have room for",
        ]}
        action={
          <div className="relative rounded-sm border bg-muted">
            <pre className="overflow-x-auto p-3 font-mono text-sm leading-6">
              {COMMANDS.split("\n").map((line) => (
                <code key={line} className="block">
                  {line}
                </code>
              ))}
            </pre>
            <CopyButton
              text={COMMANDS}
              label="Copy the commands"
              size="icon"
              className="absolute top-1/2 right-2 -translate-y-1/2"
            />
          </div>
        }
      />
    </div>
  );
}

type TierCardProps = {
  title: string;
  how: string;
  isYours?: boolean;
  points: readonly string[];
  action: ReactNode;
};

function TierCard({ title, how, isYours = false, points, action }: TierCardProps) {
  return (
    <section
      className={cn("flex flex-col rounded-lg border bg-card p-6", isYours && "border-primary")}
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        {isYours ? <Badge variant="primary">Your tier</Badge> : null}
      </div>
      <p className="mt-1 text-sm text-muted-foreground">{how}</p>
      <ul className="mt-6 mb-8 space-y-3 text-sm">
        {points.map((point) => (
          <li key={point} className="flex gap-3">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success-ink" />
            <span className="text-pretty">{point}</span>
          </li>
        ))}
      </ul>
      <div className="mt-auto">{action}</div>
    </section>
  );
}

function pointsOf(row: Entitlements): string[] {
  return [
    `Films of up to ${count(row.maxDurationSeconds, "second")}, in ${row.maxQuality}`,
    `${count(row.maxRunningJobs, "film")} in the making at the same time`,
    `${formatBinary(row.storageBytes)} of storage, ${formatBinary(row.maxFileBytes)} a file`,
    ...(row.maxScenes > 1 ? [`Stories of up to ${count(row.maxScenes, "scene")}`] : []),
    ...(row.maxBatchRows > 0 ? [`Batches of up to ${count(row.maxBatchRows, "film")}`] : []),
    row.queueWeight > 1
      ? `Every minute of waiting counts for ${row.queueWeight}`
      : "Every style, shape and seed",
  ];
}
