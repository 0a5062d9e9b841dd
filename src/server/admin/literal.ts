/** Words for a `contains` filter: PostgreSQL's LIKE would take `%` and `_` for any letters. */
export function literal(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
