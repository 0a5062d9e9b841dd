ALTER TYPE "FileKind" ADD VALUE 'captions';
