import { z } from "zod";

export const MAX_MESSAGE_CHARACTERS = 4000;

const NAME_SENTENCE = "Write your name, so that we know how to address you.";
const EMAIL_SENTENCE = "Write an e-mail address that an answer can reach, like ada@example.org.";
const MESSAGE_SENTENCE = "Write a few words more: at least 10 characters.";

// Postgres cannot take U+0000, nobody reads the others; a name and an address have one line.
const CONTROL = /[\p{Cc}\p{Cs}]/u;
const CONTROL_BUT_LINES = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
// They turn the order of what stands after them, also in the list where the message is read.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

const withoutTurning = (text: string) => text.replace(TURNING, "");

export const SendMessageInput = z.strictObject({
  name: z
    .string(NAME_SENTENCE)
    .transform((text) => withoutTurning(text).trim())
    .refine((text) => text !== "" && !CONTROL.test(text), NAME_SENTENCE)
    .refine((text) => text.length <= 100, "A name can have at most 100 characters."),
  email: z.string(EMAIL_SENTENCE).trim().max(254, EMAIL_SENTENCE).pipe(z.email(EMAIL_SENTENCE)),
  message: z
    .string(MESSAGE_SENTENCE)
    .transform((text) =>
      withoutTurning(text).replace(/\r\n?/g, "\n").replace(CONTROL_BUT_LINES, "").trim(),
    )
    .refine((text) => text.length >= 10, MESSAGE_SENTENCE)
    .refine(
      (text) => text.length <= MAX_MESSAGE_CHARACTERS,
      "A message can have at most 4,000 characters.",
    ),
  /** A field that people do not see: whoever fills it in is a machine. */
  website: z.string().max(2000).default(""),
});
export type SendMessageInput = z.infer<typeof SendMessageInput>;
