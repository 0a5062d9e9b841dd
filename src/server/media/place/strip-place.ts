import { editBytes } from "./bytes";
import { blankExifPlace } from "./exif";
import { blankMovPlace } from "./mp4";
import { blankPackedPlace, repairChecksums } from "./png";
import { blankXmpPlace } from "./xmp";

const PICTURES = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/tiff",
  "image/heic",
  "image/heif",
  "image/avif",
]);
const FILMS = new Set(["video/mp4", "video/quicktime", "video/3gpp", "audio/mp4", "audio/x-m4a"]);

/**
 * Takes out of a file where it was made: the GPS directory of Exif, GPS properties of XMP and the
 * location boxes of MP4 and QuickTime. In place and of the same length: no pixel and no sound changes.
 * @param contentType - what the content is, not what somebody calls it.
 * @returns whether anything was there; then the file has another hash.
 */
export async function stripPlace(
  path: string,
  contentType: string,
): Promise<{ isChanged: boolean }> {
  if (FILMS.has(contentType)) return editBytes(path, blankMovPlace);
  if (!PICTURES.has(contentType)) return { isChanged: false };
  return editBytes(path, async (bytes) => {
    await blankExifPlace(bytes);
    await blankXmpPlace(bytes);
    if (contentType !== "image/png") return;
    await blankPackedPlace(bytes);
    if (bytes.patches.length > 0) await repairChecksums(bytes);
  });
}
