import { enforceLimit, type LimitContext } from "~/server/api/limits";
import { mintMediaUrl, type SigningDeps } from "~/server/delivery/service";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { planSprite } from "~/server/platform/media/schema";
import { getShare, isUsedUp, type OpenableShare } from "./find";
import { isPassphrase } from "./passphrase";
import {
  type OpenShareInput,
  SHARED_URL_SECONDS,
  type SharedVideo,
  type SharePreview,
  type ShareToken,
} from "./schema";
import { hashShareToken } from "./token";
import { isViewing, mintViewing } from "./viewing";

type Context = LimitContext & SigningDeps & { db: Database };

/**
 * What the page of a link shows before anybody watches: nothing of the video where a passphrase is.
 * @throws NOT_FOUND as `openShare`.
 */
export async function describeShare(
  ctx: Pick<Context, "db" | "now">,
  { token }: ShareToken,
): Promise<SharePreview> {
  const share = await getShare(ctx, token);
  if (restSeconds(ctx, share) < 1) {
    return { state: "expired", endedAt: share.expiresAt.toISOString() };
  }
  if (share.passphraseHash) return { state: "locked" };
  return isUsedUp(share) ? { state: "used-up" } : { state: "open", title: share.video.prompt };
}

/**
 * Lets somebody watch, and counts it once: who hands `viewing` back goes on with the same viewing.
 * @throws NOT_FOUND for what is no link of ours or no longer one, GONE when it has ended, FORBIDDEN
 * without the right passphrase, TOO_MANY_REQUESTS after too many tries.
 */
export async function openShare(ctx: Context, input: OpenShareInput): Promise<SharedVideo> {
  const share = await getCurrentShare(ctx, input.token);
  if (input.viewing !== undefined && isViewing(ctx, share.id, input.viewing)) {
    return toSharedVideo(ctx, share, input.viewing);
  }
  await requirePassphrase(ctx, share, input);
  if (!(await countView(ctx, share.id))) {
    await getCurrentShare(ctx, input.token);
    throw new AppError(
      "GONE",
      "This link has been watched as often as it may be. Ask whoever sent it for a new one.",
    );
  }
  return toSharedVideo(ctx, share, mintViewing(ctx, share.id));
}

/** @throws GONE, too, when it has ended. */
async function getCurrentShare(ctx: Context, token: string): Promise<OpenableShare> {
  const share = await getShare(ctx, token);
  if (restSeconds(ctx, share) >= 1) return share;
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });
  throw new AppError(
    "GONE",
    `This link ended on ${day.format(share.expiresAt)}. Ask whoever sent it for a new one.`,
  );
}

function restSeconds({ now }: Pick<Context, "now">, { expiresAt }: OpenableShare): number {
  return Math.floor((expiresAt.getTime() - now().getTime()) / 1000);
}

async function requirePassphrase(
  ctx: Context,
  { passphraseHash }: OpenableShare,
  { token, passphrase }: OpenShareInput,
): Promise<void> {
  if (!passphraseHash) return;
  if (!passphrase) throw new AppError("FORBIDDEN", "This link asks for a passphrase.");
  await enforceLimit(ctx, "shares.passphrase", { subject: hashShareToken(token) });
  if (await isPassphrase(passphrase, passphraseHash)) return;
  throw new AppError("FORBIDDEN", "That is not its passphrase. Ask whoever sent you the link.");
}

/** One statement: of two that come at once for the last view, one waits and then finds it taken. */
async function countView({ db, now }: Pick<Context, "db" | "now">, id: string): Promise<boolean> {
  const at = now();
  const counted = await db.$executeRaw`
    UPDATE "Share" SET "views" = "views" + 1, "lastViewedAt" = ${at}
    WHERE "id" = ${id}::uuid AND "revokedAt" IS NULL AND "expiresAt" > ${at}
      AND ("maxViews" IS NULL OR "views" < "maxViews")`;
  return counted > 0;
}

function toSharedVideo(ctx: Context, share: OpenableShare, viewing: string): SharedVideo {
  const { video, expiresAt, allowsDownload, owner } = share;
  const { file, posterFile, durationSeconds, width, height } = video;
  if (!file) throw new Error("A share that was found has its file.");
  const ttlSeconds = Math.max(1, Math.min(SHARED_URL_SECONDS, restSeconds(ctx, share)));
  const mint = (of: typeof posterFile | undefined) =>
    of?.status === "READY" ? mintMediaUrl(ctx, of, { ttlSeconds }) : null;
  const made = (kind: "sprite" | "captions") => file.pictures.find((it) => it.kind === kind);
  const isMeasured = made("sprite") && durationSeconds && width && height;
  return {
    title: video.prompt,
    makerName: owner.name,
    duration: durationSeconds,
    width,
    height,
    urls: {
      video: mintMediaUrl(ctx, file, { ttlSeconds }),
      poster: mint(posterFile),
      sprite: mint(made("sprite")),
      captions: mint(made("captions")),
      download: allowsDownload
        ? mintMediaUrl(ctx, file, { ttlSeconds, disposition: "attachment" })
        : null,
    },
    sprite: isMeasured ? planSprite({ durationSeconds, width, height }) : null,
    sharedAt: share.createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    viewing,
  };
}
