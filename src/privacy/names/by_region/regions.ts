/** Names of all regions. */
import { ARABIC } from "./arabic.ts";
import { BALKAN } from "./balkan.ts";
import { BALTIC } from "./baltic.ts";
import { CAUCASIAN } from "./caucasian.ts";
import { CENTRAL_ASIAN } from "./central_asian.ts";
import { CHINESE } from "./chinese.ts";
import { CZECH } from "./czech.ts";
import { DUTCH } from "./dutch.ts";
import { EAST_AFRICAN } from "./east_african.ts";
import { EAST_SLAVIC } from "./east_slavic.ts";
import { ENGLISH } from "./english.ts";
import { FRANCOPHONE_AFRICAN } from "./francophone_african.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { GREEK } from "./greek.ts";
import { HUNGARIAN } from "./hungarian.ts";
import { INDIAN } from "./indian.ts";
import { IRANIAN } from "./iranian.ts";
import { ISRAELI } from "./israeli.ts";
import { ITALIAN } from "./italian.ts";
import { JAPANESE } from "./japanese.ts";
import { KOREAN } from "./korean.ts";
import { MALAY_FILIPINO } from "./malay_filipino.ts";
import { NORDIC } from "./nordic.ts";
import { PAKISTANI } from "./pakistani.ts";
import { POLISH } from "./polish.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { ROMANIAN } from "./romanian.ts";
import { SOUTH_ASIAN } from "./south_asian.ts";
import { SOUTHERN_AFRICAN } from "./southern_african.ts";
import { SPANISH } from "./spanish.ts";
import { TURKISH } from "./turkish.ts";
import { VIETNAMESE_THAI } from "./vietnamese_thai.ts";
import { WEST_AFRICAN } from "./west_african.ts";
import type { RegionNames } from "./region_names.ts";

export const REGIONS: readonly RegionNames[] = [
  ARABIC,
  BALKAN,
  BALTIC,
  CAUCASIAN,
  CENTRAL_ASIAN,
  CHINESE,
  CZECH,
  DUTCH,
  EAST_AFRICAN,
  EAST_SLAVIC,
  ENGLISH,
  FRANCOPHONE_AFRICAN,
  FRENCH,
  GERMAN,
  GREEK,
  HUNGARIAN,
  INDIAN,
  IRANIAN,
  ISRAELI,
  ITALIAN,
  JAPANESE,
  KOREAN,
  MALAY_FILIPINO,
  NORDIC,
  PAKISTANI,
  POLISH,
  PORTUGUESE,
  ROMANIAN,
  SOUTH_ASIAN,
  SOUTHERN_AFRICAN,
  SPANISH,
  TURKISH,
  VIETNAMESE_THAI,
  WEST_AFRICAN,
];
