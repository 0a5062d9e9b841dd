-- People look for "clip 2" before "clip 10", and for "apple" beside "Apple". Deterministic: names
-- that differ stay different. Prisma knows nothing of collations.
CREATE COLLATION IF NOT EXISTS "natural_order" (provider = icu, locale = 'und-u-kn-true');
ALTER TABLE "File" ALTER COLUMN "filename" TYPE text COLLATE "natural_order";
