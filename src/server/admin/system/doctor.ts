import path from "node:path";
import { env, findConfigurationIssues } from "~/env";
import type { DoctorNews } from "~/server/doctor/schema";
import { type DoctorInput, runDoctor } from "~/server/doctor/service";
import type { SystemContext } from "./context";

/**
 * The doctor as `npm run doctor` has it, asked by an admin's session in the web process.
 * @returns the list of checks at once, then each result as it comes.
 */
export async function* consultDoctor(
  ctx: SystemContext,
  signal?: AbortSignal,
): AsyncGenerator<DoctorNews, void, undefined> {
  const sessionId = (await ctx.readClaims?.())?.["sid"];
  const open: DoctorInput["open"] = (settings) => ({
    ...ctx,
    settings,
    migrationsFolder: path.join(process.cwd(), "prisma/migrations"),
    sessionId: typeof sessionId === "string" ? sessionId : null,
  });
  yield* runDoctor({ issues: findConfigurationIssues(), readSettings: env, open, signal });
}
