"use client";

import { Card } from "~/components/ui/card";
import { Skeleton } from "~/components/ui/skeleton";
import type { WhoAmI } from "~/server/admin/system/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";

/** What the session says about whoever looks, beside what the database says. Never the token. */
export function WhoAmICard() {
  const whoAmI = api.admin.system.whoAmI.useQuery();
  return (
    <Card className="min-w-0 p-4 sm:p-5">
      <section aria-labelledby="who-am-i">
        <h2 id="who-am-i" className="text-base font-semibold">
          Who am I
        </h2>
        <p className="mt-1 mb-4 text-sm text-muted-foreground">
          What your session’s token says. Rights are decided by the database.
        </p>
        {whoAmI.data ? <Claims whoAmI={whoAmI.data} /> : null}
        {whoAmI.isPending ? (
          <div aria-busy="true" className="space-y-3">
            <span className="sr-only">Loading</span>
            {["sub", "sid", "iss", "azp", "iat", "exp", "metadata", "role", "tier"].map((name) => (
              <Skeleton key={name} className="h-8 w-full" />
            ))}
          </div>
        ) : null}
        {whoAmI.isError && !whoAmI.data ? (
          <LoadProblem
            what="your claims"
            error={whoAmI.error}
            onRetry={() => void whoAmI.refetch()}
          />
        ) : null}
      </section>
    </Card>
  );
}

const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });

function Claims({ whoAmI: { claims, database } }: { whoAmI: WhoAmI }) {
  const inTime = (iso: string | null | undefined) => (iso ? time.format(new Date(iso)) : null);
  const lines: [string, string, string | null | undefined][] = [
    ["User", "sub", claims?.sub],
    ["Session", "sid", claims?.sid],
    ["Made by", "iss", claims?.iss],
    ["Made for", "azp", claims?.azp],
    ["Made at", "iat", inTime(claims?.issuedAt)],
    ["Good until", "exp", inTime(claims?.expiresAt)],
    ["Role and tier", "metadata", claims?.metadata],
  ];
  return (
    <>
      <List lines={lines} />
      <h3 className="mt-5 mb-2 border-t pt-4 text-sm font-semibold">In the database</h3>
      <List
        lines={[
          ["E-mail", null, database.email],
          ["Role", null, database.role],
          ["Tier", null, database.tier],
          ["Granted on top", null, database.permissions.join(", ") || "nothing"],
        ]}
      />
    </>
  );
}

type Line = readonly [name: string, claim: string | null, value: string | null | undefined];

function List({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="space-y-2 text-sm">
      {lines.map(([name, claim, value]) => (
        <div key={name}>
          <dt className="text-muted-foreground">
            {name}
            {claim ? <span className="ml-1.5 font-mono text-xs">{claim}</span> : null}
          </dt>
          <dd className={value ? "font-mono text-xs break-all" : "text-xs text-muted-foreground"}>
            {value ?? "not in the token"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
