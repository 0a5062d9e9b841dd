export const STOP_WORDS = new Set(
  "a an the of and or but is are was were be been to in on at by for with from into over under above below through across around it its this that these those very so as up down out off then than there here he she they we you i his her their our my your not no new big small little red blue green yellow white black brown golden silver pink purple orange grey gray all each every one will can has have had do does did who what when where which while during beautiful happy sad busy calm neon giant tiny huge better best good great next last first long short near between video clip film scene shot make create show about like just only own make let us me please o'clock".split(
    " ",
  ),
);

export const PREPOSITIONS = new Set(
  "in on at across through over above under into inside near around along by from to beyond of beside between below toward towards upon within with behind against for before after during past down up among amid onto beneath".split(
    " ",
  ),
);

/** What something stands on, in or before; nothing to be shown by itself after a preposition. */
export const SURFACES = new Set(
  "floor ground wall side top middle center centre front back end way air bottom corner edge place part surface time moment minute hour second week month year horizon distance background foreground world earth direction speed motion style shape form light shadow".split(
    " ",
  ),
);

/** "A cup of coffee" is coffee, "a picture of a cat" a cat. */
export const HOLDERS = new Set(
  "cup bowl glass bottle plate piece slice box bag basket bunch pile stack lot lots kind type sort picture photo image painting drawing view shot scene portrait video clip film movie animation footage loaf can jar pot field sea world land group family story tale".split(
    " ",
  ),
);

export const DETERMINERS = new Set(
  "a an the this these those my your his her its our their every each another some any no one".split(
    " ",
  ),
);

export const PRONOUNS = new Set("he she it they".split(" "));
