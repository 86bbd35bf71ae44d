/**
 * What a file of names holds: words as `folded` writes them, with blanks or line ends between them. The files are
 * written by hand from general knowledge and taken from no collection.
 */
export interface RegionNames {
  /** Given names that many have and that are no words: beside one any word may be a family's name. */
  readonly commonGiven?: string;
  /** Given names that are short, rarer or family names too: beside one stands a family name that is known. */
  readonly given?: string;
  /** Given names that are words, months, places or brands too: they need a family name that is none. */
  readonly givenWords?: string;
  readonly family: string;
  /** Family names that are words, places or brands too: they need a given name that is none. */
  readonly familyWords?: string;
}
