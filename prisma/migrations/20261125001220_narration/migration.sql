ALTER TABLE "Video" ADD COLUMN "narration" TEXT;
