import { NothingHere } from "./notices";
import { ShareFrame } from "./share-frame";

/** One page for a link that never was, was taken back, or whose video is gone. */
export default function ShareNotFound() {
  return (
    <ShareFrame>
      <NothingHere />
    </ShareFrame>
  );
}
