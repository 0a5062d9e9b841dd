-- A video that goes takes its jobs along; without this each of them is looked for among everybody's.
CREATE INDEX "Job_videoId_idx" ON "Job"("videoId");
