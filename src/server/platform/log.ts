import pino from "pino";

export type Logger = pino.Logger;

/** Names of what opens a door or belongs to a person, wherever in a line they stand. */
const SECRETS = [
  "authorization",
  "cookie",
  "set-cookie",
  "signature",
  "svix-id",
  "svix-timestamp",
  "svix-signature",
  "token",
  "password",
  "prompt",
  "url",
];
const PLACES = ["", "*", "*.*", "*.*.*"];

/**
 * A JSON Web Token (RFC 7519 §3), the signature in a URL of ours, the token in a link to a shared video:
 * inside of other text too.
 */
const IN_TEXT = [
  { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, instead: "[redacted]" },
  { pattern: /\bsignature=[\w%-]+/g, instead: "signature=[redacted]" },
  { pattern: /\/s\/[\w%-]{8,}/g, instead: "/s/[redacted]" },
];

/**
 * JSON lines on stdout, one for each call whatever it is given. What could open a door or belongs to a
 * person never gets into them.
 */
export function createLogger(
  level: string,
  name: string,
  to: pino.DestinationStream = pino.destination(1),
): Logger {
  return pino(
    {
      level,
      base: { name },
      redact: {
        paths: PLACES.flatMap((place) => SECRETS.map((secret) => `${place}["${secret}"]`)),
        censor: "[redacted]",
      },
      hooks: {
        streamWrite: (line) =>
          IN_TEXT.reduce((text, { pattern, instead }) => text.replace(pattern, instead), line),
      },
    },
    to,
  );
}
