/** What the privacy text promises; the test beside this holds it against what the rooms do. */
export const RESTORE_DAYS = 30;
