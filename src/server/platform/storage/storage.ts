import type { Readable } from "node:stream";

export type StoredObject = { size: number };

/** An object that is at hand on this machine. The caller closes it. */
export type OpenObject = {
  /** Fills `buffer` up to `length` from byte `position` on. @returns how many bytes came: 0 at the end. */
  read(buffer: Buffer, length: number, position: number): Promise<number>;
  /** What is in memory from byte `position` on, up to `length`: only to look at. @returns null when nothing is. */
  peek(length: number, position: number): Buffer | null;
  close(): void;
};

/**
 * Where bytes live. Keys are opaque names of `[a-z0-9/-]`, made by `newStorageKey`, never by people.
 * Putting is atomic: after a crash the key holds the whole file or nothing.
 */
export type Storage = {
  /** Copies a finished local file in. Resolves once it is durable. */
  putFile(key: string, path: string): Promise<StoredObject>;
  /** A folder of this machine for what is still coming in: from there `adopt` costs least. */
  incoming: string;
  /** Takes a finished local file for its own; `path` is gone afterwards. Resolves once it is durable. */
  adopt(key: string, path: string): Promise<StoredObject>;
  /**
   * Takes `size` bytes from a stream, in pieces: a large one costs no memory. Resolves once they are durable.
   * @throws when the stream fails or has another length; then the key is as it was before.
   */
  putStream(key: string, source: Readable, size: number): Promise<StoredObject>;
  /** Bytes `start…end`, both inclusive. The caller destroys the stream it does not read to its end. */
  openRange(key: string, range: { start: number; end: number }): Promise<Readable>;
  /** Only a storage on this machine: reading into the caller's own memory costs less than a stream. */
  openLocal?(key: string): Promise<OpenObject>;
  /** Only a storage on this machine: where the object lies, for a program that reads files. Read it, no more. */
  localPath?(key: string): string;
  /** Only a storage on this machine: makes an object durable whose putting was cut off after it was there. */
  settle?(key: string): Promise<void>;
  /** @returns null when there is no such object. */
  stat(key: string): Promise<StoredObject | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Throws unless a byte can be written, read back and deleted. */
  probe(): Promise<void>;
  /** Only a storage with an end: how much fits in, and how much of it is left. Bytes. */
  findSpace?(): Promise<{ freeBytes: number; totalBytes: number }>;
  /** Only a storage that others can be sent to: a URL that answers with the object for a while. */
  presign?(key: string, answer: PresignedAnswer): Promise<string>;
};

/** What the answer to a presigned URL shall say. */
export type PresignedAnswer = {
  /** 1…604 800 */
  ttlSeconds: number;
  contentType: string;
  /** The whole header (RFC 6266). */
  contentDisposition: string;
};
