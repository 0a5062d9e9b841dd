import { ENTITLEMENTS } from "~/server/accounts/schema";
import { LockedPage } from "../locked-page";
import { LockedExample } from "./new/locked-example";

const { maxBatchRows, maxRunningJobs } = ENTITLEMENTS.premium;

/** What a free member sees of batches. */
export function LockedBatches() {
  return (
    <LockedPage
      title="Make many videos at once"
      benefits={[
        `Up to ${maxBatchRows.toLocaleString("en")} rows from a CSV file or a pasted list.`,
        "Each row is checked, and time and room are foretold, before anything is made.",
        `${maxRunningJobs} are made at the same time; pause, resume and watch them come in.`,
      ]}
    >
      <LockedExample />
    </LockedPage>
  );
}
