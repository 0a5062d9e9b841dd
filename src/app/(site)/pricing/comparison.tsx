import type { ReactNode } from "react";
import { ENTITLEMENTS, type Entitlements, Tier } from "~/server/accounts/schema";
import { Frames, Lanes, Length, Rows, Scenes, Share, Speed } from "./pictures";
import { count, formatBinary } from "./quantities";

const MOST = ENTITLEMENTS.premium;

type Measure = {
  name: string;
  note: string;
  value: (row: Entitlements) => string;
  picture: (row: Entitlements) => ReactNode;
};

const MEASURES: readonly Measure[] = [
  {
    name: "Length of a film",
    note: "One tick is one second.",
    value: (row) => count(row.maxDurationSeconds, "second"),
    picture: (row) => (
      <Length seconds={row.maxDurationSeconds} mostSeconds={MOST.maxDurationSeconds} />
    ),
  },
  {
    name: "Sharpness",
    note: "The frames at one scale.",
    value: (row) => row.maxQuality,
    picture: (row) => <Frames quality={row.maxQuality} />,
  },
  {
    name: "At the same time",
    note: "One lane is one film in the making.",
    value: (row) => count(row.maxRunningJobs, "film"),
    picture: (row) => <Lanes used={row.maxRunningJobs} all={MOST.maxRunningJobs} />,
  },
  {
    name: "Storage",
    note: "The ring is what Premium has.",
    value: (row) => formatBinary(row.storageBytes),
    picture: (row) => <Share part={row.storageBytes / MOST.storageBytes} />,
  },
  {
    name: "A single file",
    note: "An upload of yours, or a film.",
    value: (row) => formatBinary(row.maxFileBytes),
    picture: (row) => <Share part={row.maxFileBytes / MOST.maxFileBytes} />,
  },
  {
    name: "Scenes in a film",
    note: "Each has words of its own.",
    value: (row) => count(row.maxScenes, "scene"),
    picture: (row) => <Scenes used={row.maxScenes} all={MOST.maxScenes} />,
  },
  {
    name: "Asked for at once",
    note: "One dot is one film of a batch.",
    value: (row) => (row.maxBatchRows > 0 ? count(row.maxBatchRows, "film") : "One by one"),
    picture: (row) => <Rows used={Math.max(1, row.maxBatchRows)} all={MOST.maxBatchRows} />,
  },
  {
    name: "In the queue",
    note: "What a minute of waiting counts.",
    value: (row) => count(row.queueWeight, "minute"),
    picture: (row) => <Speed weight={row.queueWeight} most={MOST.queueWeight} />,
  },
];

/** The entitlements, drawn: the same rows that the checks read. */
export function Comparison() {
  return (
    <section aria-labelledby="compare" className="mt-20 md:mt-28">
      <h2 id="compare" className="text-lg font-semibold md:text-xl">
        The two tiers, drawn
      </h2>
      <table className="mt-6 w-full table-fixed border-collapse text-left">
        <colgroup>
          <col className="w-24 sm:w-56 lg:w-72" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr className="border-b text-sm text-muted-foreground">
            <th scope="col" className="py-3 font-medium">
              <span className="sr-only">What</span>
            </th>
            {Tier.options.map((tier) => (
              <th key={tier} scope="col" className="py-3 pl-4 font-medium capitalize md:pl-8">
                {tier}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map(({ name, note, value, picture }) => (
            <tr key={name} className="border-b">
              <th scope="row" className="py-5 pr-2 align-middle font-normal">
                <span className="block text-sm font-medium text-pretty sm:text-base">{name}</span>
                <span className="mt-1 hidden text-sm text-muted-foreground sm:block">{note}</span>
              </th>
              {Tier.options.map((tier) => (
                <td key={tier} className="py-5 pl-4 align-middle md:pl-8">
                  <div className="flex flex-col gap-3 md:flex-row md:items-center md:gap-6">
                    <div aria-hidden className="flex h-16 w-full max-w-56 items-center">
                      {picture(ENTITLEMENTS[tier])}
                    </div>
                    <span className="text-sm whitespace-nowrap tabular-nums">
                      {value(ENTITLEMENTS[tier])}
                    </span>
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
