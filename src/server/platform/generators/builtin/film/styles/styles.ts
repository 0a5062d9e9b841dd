import type { Style } from "~/server/platform/generators/schema";
import { cinematic } from "./cinematic";
import type { StyleLook } from "./look";
import { neon } from "./neon";
import { paper } from "./paper";
import { pastel } from "./pastel";

const LOOKS: Record<Style, StyleLook> = { cinematic, paper, neon, pastel };

export const lookOf = (style: Style): StyleLook => LOOKS[style];
