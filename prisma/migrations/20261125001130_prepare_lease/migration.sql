-- AlterTable
ALTER TABLE "File" ADD COLUMN     "prepareUntil" TIMESTAMPTZ(3);
