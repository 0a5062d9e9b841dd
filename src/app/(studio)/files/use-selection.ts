"use client";

import { useState } from "react";
import { extend, keepShown, NOTHING, selectAll, toggle } from "./selection";

/** The files that are chosen among those that are shown, in this order. */
export function useSelection<File extends { id: string }>(files: readonly File[]) {
  const [kept, setKept] = useState(NOTHING);
  const order = files.map(({ id }) => id);
  const selection = kept === NOTHING ? kept : keepShown(kept, order);
  if (selection !== kept) setKept(selection);
  return {
    ids: selection.ids,
    files: selection.ids.size === 0 ? [] : files.filter(({ id }) => selection.ids.has(id)),
    isOn: selection.ids.size > 0,
    /** @param isRange - everything from the last one to this one. */
    choose: (id: string, isRange: boolean) =>
      setKept(isRange ? extend(selection, id, order) : toggle(selection, id)),
    chooseAll: (ids: readonly string[] = order) => setKept(selectAll(ids)),
    clear: () => setKept(NOTHING),
  };
}
