/** Names of all regions. */
import { ARABIC } from "./asia/arabic.ts";
import { BALKAN } from "./europe_and_americas/balkan.ts";
import { BALTIC } from "./europe_and_americas/baltic.ts";
import { CAUCASIAN } from "./asia/caucasian.ts";
import { CENTRAL_ASIAN } from "./asia/central_asian.ts";
import { CHINESE } from "./asia/chinese.ts";
import { CZECH } from "./europe_and_americas/czech.ts";
import { DUTCH } from "./europe_and_americas/dutch.ts";
import { EAST_AFRICAN } from "./africa/east_african.ts";
import { EAST_SLAVIC } from "./europe_and_americas/east_slavic.ts";
import { ENGLISH } from "./europe_and_americas/english.ts";
import { FRANCOPHONE_AFRICAN } from "./africa/francophone_african.ts";
import { FRENCH } from "./europe_and_americas/french.ts";
import { GERMAN } from "./europe_and_americas/german.ts";
import { GREEK } from "./europe_and_americas/greek.ts";
import { HUNGARIAN } from "./europe_and_americas/hungarian.ts";
import { INDIAN } from "./asia/indian.ts";
import { IRANIAN } from "./asia/iranian.ts";
import { ISRAELI } from "./asia/israeli.ts";
import { ITALIAN } from "./europe_and_americas/italian.ts";
import { JAPANESE } from "./asia/japanese.ts";
import { KOREAN } from "./asia/korean.ts";
import { MALAY_FILIPINO } from "./asia/malay_filipino.ts";
import { NORDIC } from "./europe_and_americas/nordic.ts";
import { PAKISTANI } from "./asia/pakistani.ts";
import { POLISH } from "./europe_and_americas/polish.ts";
import { PORTUGUESE } from "./europe_and_americas/portuguese.ts";
import { ROMANIAN } from "./europe_and_americas/romanian.ts";
import { SOUTH_ASIAN } from "./asia/south_asian.ts";
import { SOUTHERN_AFRICAN } from "./africa/southern_african.ts";
import { SPANISH } from "./europe_and_americas/spanish.ts";
import { TURKISH } from "./asia/turkish.ts";
import { VIETNAMESE_THAI } from "./asia/vietnamese_thai.ts";
import { WEST_AFRICAN } from "./africa/west_african.ts";
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
