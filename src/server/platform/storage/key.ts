import { randomBytes } from "node:crypto";

const KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;
const MAX_KEY_LENGTH = 200;

/** @returns an unguessable name that says nothing about whose bytes it holds, or what they are. */
export function newStorageKey(): string {
  const name = randomBytes(16).toString("hex");
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

/** @throws when the name could be anything but one object below the storage's root. */
export function requireStorageKey(key: string): string {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key)) {
    throw new Error("A storage key is made of a-z, 0-9, - and single slashes.");
  }
  return key;
}
