import { styleText } from "node:util";
import type { CheckResult, CheckStatus, DoctorNews } from "~/server/doctor/schema";

const MARKS: Record<CheckStatus, { sign: string; color: "green" | "yellow" | "red" | "gray" }> = {
  ok: { sign: "✓", color: "green" },
  warn: { sign: "!", color: "yellow" },
  fail: { sign: "✗", color: "red" },
  skipped: { sign: "–", color: "gray" },
};

/** The doctor's list for a terminal; without colour where it is no terminal. */
export function createReport(out: NodeJS.WriteStream) {
  const results: CheckResult[] = [];

  function paint(color: "green" | "yellow" | "red" | "gray" | "bold", text: string): string {
    return styleText(color, text, { stream: out });
  }

  return {
    take(news: DoctorNews): void {
      if (news.kind === "plan") return;
      const { result } = news;
      if (results.at(-1)?.group !== result.group) out.write(`\n${paint("bold", result.group)}\n`);
      results.push(result);
      const { sign, color } = MARKS[result.status];
      out.write(`  ${paint(color, sign)} ${result.title}\n      ${paint("gray", result.detail)}\n`);
      if (result.mend) out.write(`      ${paint(color, `→ ${result.mend}`)}\n`);
    },
    /** @returns whether nothing is red. */
    end(): boolean {
      const count = (status: CheckStatus) => results.filter((it) => it.status === status).length;
      const red = count("fail");
      const summary = `${count("ok")} green, ${count("warn")} to look at, ${red} red, ${count("skipped")} not asked`;
      out.write(`\n${paint(red > 0 ? "red" : "green", summary)}\n`);
      return red === 0;
    },
  };
}
