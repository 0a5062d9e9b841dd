import { AppError } from "~/server/errors";
import {
  can,
  hasRole,
  hasTier,
  type Permission,
  type Role,
  type Tier,
  type Viewer,
} from "./schema";

/** @throws FORBIDDEN unless the viewer has the right by role or by grant. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (!can(viewer, permission)) {
    throw new AppError("FORBIDDEN", "Your account does not have the right to do this.");
  }
}

/** @throws FORBIDDEN below that rung of the ladder. */
export function requireRole(viewer: Pick<Viewer, "role">, role: Role): void {
  if (!hasRole(viewer, role)) throw new AppError("FORBIDDEN", `This is for ${role}s.`);
}

/** @throws FORBIDDEN for a lower tier. */
export function requireTier(viewer: Viewer, tier: Tier): void {
  if (!hasTier(viewer, tier)) throw new AppError("FORBIDDEN", `This is for ${tier} members.`);
}
