export const STOP_WORDS = new Set(
  "a an the of and or but is are was were be been to in on at by for with from into over under above below through across around it its this that these those very so as up down out off then than there here he she they we you i his her their our my your not no new big small little red blue green yellow white black brown golden silver pink purple orange grey gray all each every one will can has have had do does did who what when where which while during beautiful happy sad busy calm neon giant tiny huge better best good great next last first long short near between video clip film scene shot make create show about like just only own make let us me please".split(
    " ",
  ),
);

export const PREPOSITIONS = new Set(
  "in on at across through over above under into inside near around along by from to beyond of beside between below toward towards upon within".split(
    " ",
  ),
);
