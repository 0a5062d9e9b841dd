-- The queue's clock: it counts turns, not seconds (docs/decisions/0013).
ALTER TABLE "Job" ADD COLUMN "clock" DOUBLE PRECISION NOT NULL DEFAULT 0;

CREATE INDEX "Job_clock_idx" ON "Job"("clock");
CREATE INDEX "Job_ownerId_clock_idx" ON "Job"("ownerId", "clock");

-- Nobody who makes a job has to know: it is stamped with the clock of the moment.
CREATE FUNCTION queue_clock() RETURNS DOUBLE PRECISION LANGUAGE sql STABLE AS
  'SELECT coalesce(max("clock"), 0) FROM "Job"';

ALTER TABLE "Job" ALTER COLUMN "clock" SET DEFAULT queue_clock();

-- How much work a film is: its seconds, times the pixels of 480p that its quality is.
CREATE FUNCTION film_work(recipe JSONB) RETURNS DOUBLE PRECISION LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((recipe->>'duration')::float8, 10)
    * coalesce(power(left(recipe->>'quality', -1)::float8 / 480, 2), 1)
$$;
