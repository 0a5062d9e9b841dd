import path from "node:path";
import { env, findConfigurationIssues } from "~/env";
import { createAdapters } from "~/server/context";
import { runDoctor } from "~/server/doctor/service";
import { createReport } from "./report";

// `npm run doctor`: the same environment as web and worker; 1 when anything is red.
const issues = findConfigurationIssues();
const report = createReport(process.stdout);

const news = runDoctor({
  issues,
  readSettings: env,
  open: (settings) => ({
    ...createAdapters("doctor"),
    settings,
    migrationsFolder: path.join(import.meta.dirname, "../../prisma/migrations"),
    sessionId: null,
  }),
});
for await (const item of news) report.take(item);
// Connections are open that nobody needs any more.
process.exit(report.end() ? 0 : 1);
