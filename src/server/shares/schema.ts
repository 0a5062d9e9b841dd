import { z } from "zod";
import type { Sprite } from "~/server/platform/media/schema";
import { Id, PageCursor, PageLimit } from "~/server/schema";
import type { MediaUrl } from "~/server/videos/schema";

const HOUR = 3600;
const DAY = 24 * HOUR;
const MIN_SHARE_SECONDS = HOUR;
const MAX_SHARE_SECONDS = 90 * DAY;
const DEFAULT_SHARE_SECONDS = 7 * DAY;

/** How long what `open` signs lives: so long a link that was taken back can still be watched. */
export const SHARED_URL_SECONDS = 300;

export const MIN_PASSPHRASE_CHARACTERS = 6;
export const MAX_SHARE_VIEWS = 100_000;

const LIFE_SENTENCE = "A link can live from one hour to 90 days.";
const VIEWS_SENTENCE = "A link can be watched from once to 100,000 times.";
const SHORT_SENTENCE = `A passphrase has at least ${MIN_PASSPHRASE_CHARACTERS} characters.`;
const LONG_SENTENCE = "A passphrase can have at most 200 characters.";

/** As it is typed on any keyboard: one spelling of each letter (Unicode NFKC), no spaces around it. */
const Passphrase = z
  .string("Write the passphrase.")
  .max(200, LONG_SENTENCE)
  .transform((text) => text.normalize("NFKC").trim());

export const CreateShareInput = z.strictObject({
  videoId: Id,
  /** Seconds. */
  expiresIn: z
    .int(LIFE_SENTENCE)
    .min(MIN_SHARE_SECONDS, LIFE_SENTENCE)
    .max(MAX_SHARE_SECONDS, LIFE_SENTENCE)
    .default(DEFAULT_SHARE_SECONDS),
  passphrase: Passphrase.refine(
    (text) => text.length >= MIN_PASSPHRASE_CHARACTERS,
    SHORT_SENTENCE,
  ).exactOptional(),
  maxViews: z
    .int(VIEWS_SENTENCE)
    .min(1, VIEWS_SENTENCE)
    .max(MAX_SHARE_VIEWS, VIEWS_SENTENCE)
    .exactOptional(),
  allowsDownload: z.boolean().default(false),
});
export type CreateShareInput = z.infer<typeof CreateShareInput>;

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListSharesInput = z.object({
  videoId: Id.optional(),
  cursor: PageCursor,
  limit: PageLimit.default(24),
});
export type ListSharesInput = z.infer<typeof ListSharesInput>;

export const ShareId = z.strictObject({ shareId: Id });

/** Whatever stands in an address after `/s/`: what no link of ours says is answered as an unknown one. */
const Token = z.string("This link is not whole.").max(500, "This link is not whole.");

export const ShareToken = z.strictObject({ token: Token });
export type ShareToken = z.infer<typeof ShareToken>;

export const OpenShareInput = z.strictObject({
  token: Token,
  passphrase: Passphrase.optional(),
  /** What an earlier `open` gave: the same viewing goes on, and is not counted again. */
  viewing: z.string().max(500).optional(),
});
export type OpenShareInput = z.infer<typeof OpenShareInput>;

/** A link as its owner sees it; never its token. Times are ISO 8601. */
export type ShareView = {
  id: string;
  videoId: string;
  /** Of the video: its prompt. */
  title: string;
  hasPassphrase: boolean;
  allowsDownload: boolean;
  maxViews: number | null;
  views: number;
  createdAt: string;
  expiresAt: string;
  lastViewedAt: string | null;
};

/** `shares.create`: the only answer that holds the link. */
export type CreatedShare = ShareView & { url: string };

/** `shares.describe`: what a link says of itself before anybody watches. */
export type SharePreview =
  | { state: "open"; title: string }
  | { state: "locked" }
  | { state: "expired"; endedAt: string }
  | { state: "used-up" };

/** `shares.open`. Times are ISO 8601, `duration` in seconds. */
export type SharedVideo = {
  title: string;
  makerName: string | null;
  duration: number | null;
  width: number | null;
  height: number | null;
  urls: {
    video: MediaUrl;
    poster: MediaUrl | null;
    sprite: MediaUrl | null;
    /** WebVTT; null for a film that says nothing. */
    captions: MediaUrl | null;
    download: MediaUrl | null;
  };
  /** How `urls.sprite` is laid out; null when there is none. */
  sprite: Sprite | null;
  /** When the link was made, and when it ends. */
  sharedAt: string;
  expiresAt: string;
  /** To be handed back when the URLs are renewed. */
  viewing: string;
};
