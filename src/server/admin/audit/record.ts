import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import type { Transaction } from "~/server/platform/db";
import type { AuditAction } from "../schema";

type Act = {
  action: AuditAction;
  subjectId: string;
  detail: Prisma.InputJsonObject;
};

/** Writes down who did what to whom. In the transaction of the effect, so that neither comes alone. */
export async function recordAct(
  tx: Transaction,
  actor: Pick<Viewer, "id" | "email">,
  act: Act,
): Promise<void> {
  await tx.auditEvent.create({ data: { actorId: actor.id, actorEmail: actor.email, ...act } });
}
