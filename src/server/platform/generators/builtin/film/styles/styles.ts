import type { Style } from "~/server/platform/generators/schema";
import { blueprint } from "./blueprint";
import { cinematic } from "./cinematic";
import { clay } from "./clay";
import { comic } from "./comic";
import type { StyleLook } from "./look";
import { neon } from "./neon";
import { noir } from "./noir";
import { paper } from "./paper";
import { pastel } from "./pastel";
import { pixel } from "./pixel";
import { risograph } from "./risograph";
import { watercolor } from "./watercolor";
import { woodcut } from "./woodcut";

const LOOKS: Record<Style, StyleLook> = {
  cinematic,
  paper,
  neon,
  pastel,
  watercolor,
  blueprint,
  pixel,
  noir,
  risograph,
  clay,
  comic,
  woodcut,
};

export const lookOf = (style: Style): StyleLook => LOOKS[style];
