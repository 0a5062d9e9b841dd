import { saveFile } from "~/components/media/save-file";

/** More than a page should hold in memory. */
const MAX_HELD_BYTES = 512_000_000;

type SavePicker = (options: { suggestedName: string }) => Promise<{
  createWritable: () => Promise<WritableStream<Uint8Array>>;
}>;

/** Where a browser writes a stream to: straight to the disk, or into memory and then among the downloads. */
export type StreamSaver = (stream: ReadableStream<Uint8Array>) => Promise<void>;

/**
 * Must be called while a click is handled: a large one asks where it shall go.
 * @returns null when this browser cannot hold so much, and cannot write it straight to the disk.
 * @throws AbortError when the person has chosen no place.
 */
export async function openStreamSaver(name: string, bytes: number): Promise<StreamSaver | null> {
  if (bytes <= MAX_HELD_BYTES) return (stream) => saveHeld(stream, name);
  const pick = (window as unknown as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!pick) return null;
  const file = await (await pick({ suggestedName: name })).createWritable();
  return (stream) => stream.pipeTo(file);
}

async function saveHeld(stream: ReadableStream<Uint8Array>, name: string): Promise<void> {
  const blob = await new Response(stream).blob();
  const url = URL.createObjectURL(new Blob([blob], { type: "application/zip" }));
  saveFile(url, name);
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
