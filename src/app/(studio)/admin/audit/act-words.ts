import {
  Ban,
  CircleAlert,
  CircleX,
  DoorOpen,
  type LucideIcon,
  MailCheck,
  MailOpen,
  RotateCw,
  ScrollText,
  UserCog,
} from "lucide-react";
import type { AuditAction, AuditView } from "~/server/admin/schema";

type Look = { label: string; Icon: LucideIcon; tone: "neutral" | "destructive" | "success" };

const ACTS: Record<AuditAction, Look> = {
  "users.update": { label: "changed", Icon: UserCog, tone: "neutral" },
  "users.updateFailed": { label: "could not change", Icon: CircleAlert, tone: "destructive" },
  "users.suspend": { label: "suspended", Icon: Ban, tone: "destructive" },
  "users.reinstate": { label: "let in again", Icon: DoorOpen, tone: "success" },
  "jobs.forceFail": { label: "stopped the job", Icon: CircleX, tone: "destructive" },
  "jobs.requeue": { label: "put back the job", Icon: RotateCw, tone: "neutral" },
  "messages.handle": { label: "dealt with the message", Icon: MailCheck, tone: "success" },
  "messages.reopen": { label: "opened again the message", Icon: MailOpen, tone: "neutral" },
};

/** How an act looks; one that this page does not know yet shows under its own name. */
export function lookOf(action: string): Look {
  const known: Partial<Record<string, Look>> = ACTS;
  return known[action] ?? { label: action, Icon: ScrollText, tone: "neutral" };
}

/** What changed and why, as short lines. */
export function detailLines({ detail }: Pick<AuditView, "detail">): string[] {
  return Object.entries(detail).map(([name, value]) => {
    if (Array.isArray(value) && value.length === 2) {
      return `${name}: ${inWords(value[0])} → ${inWords(value[1])}`;
    }
    return name === "reason" ? `“${inWords(value)}”` : `${name}: ${inWords(value)}`;
  });
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}
