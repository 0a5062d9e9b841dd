import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What each version of the state added; the file says which one it has. */
const VERSIONS = [
  `
create table instance (name text primary key, value text not null) strict;
create table users (
  id text primary key, email_id text not null, email text not null unique collate nocase,
  email_strategy text not null, password_hash text, first_name text, last_name text,
  external_id text unique, banned integer not null default 0,
  public_metadata text not null default '{}', private_metadata text not null default '{}',
  unsafe_metadata text not null default '{}',
  failed_passwords integer not null default 0, locked_until integer not null default 0,
  legal_accepted_at integer, last_sign_in_at integer, last_active_at integer,
  created_at integer not null, updated_at integer not null) strict;
create table clients (
  id text primary key, key_hash text unique, sign_in_id text, sign_up_id text,
  last_active_session_id text, last_strategy text,
  created_at integer not null, updated_at integer not null) strict;
create table sessions (
  id text primary key, client_id text not null references clients(id) on delete cascade,
  user_id text not null references users(id) on delete cascade, status text not null,
  created_at integer not null, updated_at integer not null, last_active_at integer not null,
  expire_at integer not null, abandon_at integer not null) strict;
create index sessions_by_client on sessions(client_id);
create index sessions_by_user on sessions(user_id);
create index sessions_by_end on sessions(status, expire_at);
create table sign_ins (
  id text primary key, client_id text not null references clients(id) on delete cascade,
  user_id text references users(id) on delete cascade, identifier text,
  status text not null, strategy text, session_id text,
  created_at integer not null) strict;
create table sign_ups (
  id text primary key, client_id text not null references clients(id) on delete cascade,
  status text not null, email text, email_verified integer not null default 0,
  password_hash text, first_name text, last_name text, unsafe_metadata text not null default '{}',
  legal_accepted_at integer, user_id text, session_id text,
  created_at integer not null) strict;
create table email_codes (
  attempt_id text primary key, email text not null, code text not null,
  attempts integer not null default 0, expire_at integer not null) strict;
create table mails (
  id text primary key, recipient text not null, subject text not null, code text not null,
  sent_at integer not null) strict;
create table sign_in_tokens (
  id text primary key, token_hash text not null unique,
  user_id text not null references users(id) on delete cascade, status text not null,
  expire_at integer not null, created_at integer not null, updated_at integer not null) strict;
`,
  `
create table outbox (
  sequence integer primary key autoincrement, id text not null unique, subject_id text not null,
  type text not null, body text not null, attempts integer not null default 0,
  next_at integer not null) strict;
create index outbox_by_subject on outbox(subject_id, sequence);
alter table clients add column user_agent text;
`,
];

export type Database = DatabaseSync;

/** Opens (and on first use lays out) the state below the data folder. */
export function openDatabase(dataDir: string): Database {
  const folder = join(dataDir, "clerk");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, "clerk.sqlite"));
  // FULL makes a commit survive a power cut too, not only kill -9.
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000",
  );
  transaction(database, () => {
    const { user_version } = database.prepare("pragma user_version").get() as {
      user_version: number;
    };
    for (const change of VERSIONS.slice(user_version)) database.exec(change);
    database.exec(`pragma user_version = ${VERSIONS.length}`);
  });
  return database;
}

/** Runs `work` so that all of its writes happen or none. `work` must not await. */
export function transaction<T>(database: Database, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec("begin immediate");
  try {
    const result = work();
    database.exec("commit");
    return result;
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}
