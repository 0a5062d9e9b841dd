"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { cn } from "~/components/ui/cn";
import type { FileView } from "~/server/files/schema";
import { FileRow } from "./file-row";
import { FileTile } from "./file-tile";
import type { FilesLayout } from "./layout-cookie";
import { useWidth } from "./use-width";

const ROW_HEIGHT = 72;
const TILE_WIDTH = 220;
const GAP = 16;
/** Below a tile's picture: a name and a line of facts. */
const TILE_TEXT = 56;

type Props = {
  files: readonly FileView[];
  layout: FilesLayout;
  isStale: boolean;
  onOpen: (file: FileView) => void;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isRange: boolean) => void;
  /** The last of them comes into view. */
  onEnd: () => void;
};

/** Thousands of files in a page that draws only those near the window. */
export function VirtualFiles(props: Props) {
  const { files, layout, isStale, onOpen, chosen, onChoose, onEnd } = props;
  const list = useRef<HTMLUListElement>(null);
  const [measured, width] = useWidth();
  const [top, setTop] = useState(0);
  const columns =
    layout === "list" ? 1 : Math.max(2, Math.floor((width + GAP) / (TILE_WIDTH + GAP)));
  const tileWidth = (width - (columns - 1) * GAP) / columns;
  const height =
    layout === "list" ? ROW_HEIGHT : Math.round((tileWidth * 9) / 16) + TILE_TEXT + GAP;

  const virtual = useWindowVirtualizer({
    count: Math.ceil(files.length / columns),
    estimateSize: () => height,
    overscan: 6,
    scrollMargin: top,
  });
  useLayoutEffect(() => {
    const place = list.current?.getBoundingClientRect().top ?? 0;
    setTop(Math.round(place + window.scrollY));
  });
  useEffect(() => {
    if (height > 0) virtual.measure();
  }, [virtual, height]);

  const rows = virtual.getVirtualItems();
  const isAtEnd = (rows.at(-1)?.index ?? -1) >= Math.ceil(files.length / columns) - 3;
  const endAt = isAtEnd ? files.length : null;
  const reachEnd = useEffectEvent(onEnd);
  useEffect(() => {
    if (endAt !== null) reachEnd();
  }, [endAt]);

  const Item = layout === "list" ? FileRow : FileTile;
  const shown = rows.flatMap(({ index, start }) =>
    files.slice(index * columns, (index + 1) * columns).map((file, column) => ({
      file,
      style: {
        width: tileWidth,
        height: layout === "list" ? height : height - GAP,
        translate: `${column * (tileWidth + GAP)}px ${start - top}px`,
      },
    })),
  );
  return (
    <ul
      ref={(element) => {
        list.current = element;
        return measured(element);
      }}
      aria-label="Files"
      className={cn(
        "relative transition-opacity",
        chosen.size > 0 && "select-none",
        isStale && "opacity-60",
      )}
      style={{ height: virtual.getTotalSize() }}
    >
      {width === 0
        ? null
        : shown.map(({ file, style }) => (
            <li key={file.id} className="absolute top-0 left-0" style={style}>
              <Item
                file={file}
                isSelecting={chosen.size > 0}
                isChosen={chosen.has(file.id)}
                onChoose={(isRange) => onChoose(file.id, isRange)}
                onPress={({ shiftKey, ctrlKey, metaKey }) => {
                  if (shiftKey || ctrlKey || metaKey || chosen.size > 0)
                    onChoose(file.id, shiftKey);
                  else onOpen(file);
                }}
              />
            </li>
          ))}
    </ul>
  );
}
