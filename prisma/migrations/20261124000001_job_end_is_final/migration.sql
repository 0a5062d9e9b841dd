-- How a job ended never changes, whatever bug or hand writes to it. Bookkeeping about it may.
CREATE FUNCTION refuse_change_of_ended_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Job % has ended as % and cannot change', OLD.id, OLD.status
    USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER job_end_is_final BEFORE UPDATE ON "Job" FOR EACH ROW
  WHEN (
    OLD.status IN ('SUCCEEDED', 'FAILED', 'CANCELED')
    AND (NEW.status, NEW.progress, NEW.attempt, NEW."errorCode", NEW."finishedAt")
      IS DISTINCT FROM (OLD.status, OLD.progress, OLD.attempt, OLD."errorCode", OLD."finishedAt")
  )
  EXECUTE FUNCTION refuse_change_of_ended_job();
