/** Titles of marks as cards. */
export { showPicture as show } from "../picture.ts";
