import type { ConfigurationIssue } from "~/env";
import {
  type Check,
  type DoctorContext,
  type Finding,
  fail,
  reasonOf,
  type Settings,
  skipped,
} from "./check";
import { CHECKS } from "./checks";
import { judgeConfiguration, judgeSigningSecret } from "./configuration";
import type { CheckPlan, CheckResult, DoctorNews } from "./schema";

/** Beyond what any check waits for by itself. */
const DEADLINE_MS = 30_000;

const CONFIGURATION: CheckPlan = {
  id: "configuration",
  group: "Configuration",
  title: "The configuration is complete",
};

const INCOMPLETE = skipped("Needs a complete configuration.");

const SECRET: CheckPlan = {
  id: "signing-secret",
  group: "Configuration",
  title: "The secret that signs file links is strong",
};

export type DoctorInput = {
  issues: readonly ConfigurationIssue[];
  /** Called when there are no issues. */
  readSettings: () => Settings;
  /** Called when the settings are good enough to open anything with. */
  open: (settings: Settings) => DoctorContext;
  checks?: readonly Check[];
  signal?: AbortSignal | undefined;
};

/** First the list of what will be asked, then each answer as soon as it is there. */
export async function* runDoctor(input: DoctorInput): AsyncGenerator<DoctorNews, void, undefined> {
  const { issues, open, checks = CHECKS, signal } = input;
  yield { kind: "plan", checks: [CONFIGURATION, SECRET, ...checks].map(toPlan) };
  const settings = issues.length === 0 ? input.readSettings() : null;
  yield toNews(CONFIGURATION, judgeConfiguration(issues));
  const secret = settings ? judgeSigningSecret(settings) : INCOMPLETE;
  yield toNews(SECRET, secret);
  const ctx = settings && secret.status === "ok" ? open(settings) : null;
  const results = new Map<string, CheckResult>();
  for (const check of checks) {
    if (signal?.aborted) return;
    const begun = performance.now();
    const finding = ctx ? (skipAfter(check, results) ?? (await look(check, ctx))) : INCOMPLETE;
    const news = toNews(check, finding, performance.now() - begun);
    results.set(check.id, news.result);
    yield news;
  }
}

function toNews(plan: CheckPlan, finding: Finding, tookMs = 0) {
  const result: CheckResult = { ...toPlan(plan), ...finding, tookMs: Math.round(tookMs) };
  return { kind: "result", result } as const;
}

function toPlan({ id, group, title }: CheckPlan): CheckPlan {
  return { id, group, title };
}

function skipAfter({ after }: Check, results: ReadonlyMap<string, CheckResult>): Finding | null {
  const before = after ? results.get(after) : undefined;
  if (!before || before.status === "ok" || before.status === "warn") return null;
  return skipped(`Cannot be asked before this holds: ${before.title}.`);
}

async function look(check: Check, ctx: DoctorContext): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    const words = `No answer in ${DEADLINE_MS / 1000} s.`;
    timer = setTimeout(
      () => resolve(fail(words, "Look at the load of this machine.")),
      DEADLINE_MS,
    );
  });
  try {
    return await Promise.race([check.run(ctx), late]);
  } catch (error) {
    return fail(`It could not be asked (${reasonOf(error)}).`, "The logs of this moment say more.");
  } finally {
    clearTimeout(timer);
  }
}
