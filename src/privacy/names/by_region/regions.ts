/** Names of all regions. */
import { NAMES_ARABIC } from "./asia/arabic.ts";
import { NAMES_BALKAN } from "./europe_and_americas/balkan.ts";
import { NAMES_BALTIC } from "./europe_and_americas/baltic.ts";
import { NAMES_CAUCASIAN } from "./asia/caucasian.ts";
import { NAMES_CENTRAL_ASIAN } from "./asia/central_asian.ts";
import { NAMES_CHINESE } from "./asia/chinese.ts";
import { NAMES_CZECH } from "./europe_and_americas/czech.ts";
import { NAMES_DUTCH } from "./europe_and_americas/dutch.ts";
import { NAMES_EAST_AFRICAN } from "./africa/east_african.ts";
import { NAMES_EAST_SLAVIC } from "./europe_and_americas/east_slavic.ts";
import { NAMES_ENGLISH } from "./europe_and_americas/english.ts";
import { NAMES_FRANCOPHONE_AFRICAN } from "./africa/francophone_african.ts";
import { NAMES_FRENCH } from "./europe_and_americas/french.ts";
import { NAMES_GERMAN } from "./europe_and_americas/german.ts";
import { NAMES_GREEK } from "./europe_and_americas/greek.ts";
import { NAMES_HUNGARIAN } from "./europe_and_americas/hungarian.ts";
import { NAMES_INDIAN } from "./asia/indian.ts";
import { NAMES_IRANIAN } from "./asia/iranian.ts";
import { NAMES_ISRAELI } from "./asia/israeli.ts";
import { NAMES_ITALIAN } from "./europe_and_americas/italian.ts";
import { NAMES_JAPANESE } from "./asia/japanese.ts";
import { NAMES_KOREAN } from "./asia/korean.ts";
import { NAMES_MALAY_FILIPINO } from "./asia/malay_filipino.ts";
import { NAMES_NORDIC } from "./europe_and_americas/nordic.ts";
import { NAMES_PAKISTANI } from "./asia/pakistani.ts";
import { NAMES_POLISH } from "./europe_and_americas/polish.ts";
import { NAMES_PORTUGUESE } from "./europe_and_americas/portuguese.ts";
import { NAMES_ROMANIAN } from "./europe_and_americas/romanian.ts";
import { NAMES_SOUTH_ASIAN } from "./asia/south_asian.ts";
import { NAMES_SOUTHERN_AFRICAN } from "./africa/southern_african.ts";
import { NAMES_SPANISH } from "./europe_and_americas/spanish.ts";
import { NAMES_TURKISH } from "./asia/turkish.ts";
import { NAMES_VIETNAMESE_THAI } from "./asia/vietnamese_thai.ts";
import { NAMES_WEST_AFRICAN } from "./africa/west_african.ts";
import type { RegionNames } from "./region_names.ts";

export const REGIONS: readonly RegionNames[] = [
  NAMES_ARABIC,
  NAMES_BALKAN,
  NAMES_BALTIC,
  NAMES_CAUCASIAN,
  NAMES_CENTRAL_ASIAN,
  NAMES_CHINESE,
  NAMES_CZECH,
  NAMES_DUTCH,
  NAMES_EAST_AFRICAN,
  NAMES_EAST_SLAVIC,
  NAMES_ENGLISH,
  NAMES_FRANCOPHONE_AFRICAN,
  NAMES_FRENCH,
  NAMES_GERMAN,
  NAMES_GREEK,
  NAMES_HUNGARIAN,
  NAMES_INDIAN,
  NAMES_IRANIAN,
  NAMES_ISRAELI,
  NAMES_ITALIAN,
  NAMES_JAPANESE,
  NAMES_KOREAN,
  NAMES_MALAY_FILIPINO,
  NAMES_NORDIC,
  NAMES_PAKISTANI,
  NAMES_POLISH,
  NAMES_PORTUGUESE,
  NAMES_ROMANIAN,
  NAMES_SOUTH_ASIAN,
  NAMES_SOUTHERN_AFRICAN,
  NAMES_SPANISH,
  NAMES_TURKISH,
  NAMES_VIETNAMESE_THAI,
  NAMES_WEST_AFRICAN,
];
