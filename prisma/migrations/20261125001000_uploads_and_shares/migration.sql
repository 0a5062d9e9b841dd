-- AlterEnum
ALTER TYPE "FileKind" ADD VALUE 'sprite';
ALTER TYPE "FileKind" ADD VALUE 'waveform';

-- AlterTable
ALTER TABLE "File" ADD COLUMN     "declaredSha256" TEXT,
ADD COLUMN     "durationSeconds" DOUBLE PRECISION,
ADD COLUMN     "height" INTEGER,
ADD COLUMN     "prepareFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "preparedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sourceId" UUID,
ADD COLUMN     "touchedAt" TIMESTAMPTZ(3),
ADD COLUMN     "width" INTEGER;

-- CreateTable
CREATE TABLE "Share" (
    "id" UUID NOT NULL,
    "ownerId" TEXT NOT NULL,
    "videoId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "passphraseHash" TEXT,
    "allowsDownload" BOOLEAN NOT NULL DEFAULT false,
    "maxViews" INTEGER,
    "views" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastViewedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Share_tokenHash_key" ON "Share"("tokenHash");

-- CreateIndex
CREATE INDEX "Share_ownerId_createdAt_id_idx" ON "Share"("ownerId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Share_videoId_idx" ON "Share"("videoId");

-- CreateIndex
CREATE INDEX "File_kind_status_preparedAt_idx" ON "File"("kind", "status", "preparedAt");

-- CreateIndex
CREATE UNIQUE INDEX "File_sourceId_kind_key" ON "File"("sourceId", "kind");

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "File"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
