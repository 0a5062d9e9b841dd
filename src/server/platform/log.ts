import pino from "pino";

export type Logger = pino.Logger;

/** JSON lines on stdout. What could open a door or belongs to a person never gets into them. */
export function createLogger(level: string, name: string): Logger {
  return pino({
    level,
    base: { name },
    redact: {
      paths: [
        "authorization",
        "cookie",
        "signature",
        "prompt",
        "*.authorization",
        "*.cookie",
        "*.prompt",
        "url",
      ],
      censor: "[redacted]",
    },
  });
}
