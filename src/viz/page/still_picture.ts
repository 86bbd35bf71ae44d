/** The still picture of a figure, taken out of its `<img>` for behaviours that show it itself. */

/** Parses the still picture in the `<img>` before a stage into elements of the page; `alt` is its alternative text. */
export function picturedBefore(stage: HTMLElement): { svg: SVGSVGElement; alt: string } {
  const image = stage.previousElementSibling as HTMLImageElement;
  return { svg: document.importNode(parse(image), true) as SVGSVGElement, alt: image.alt };
}

function parse(image: HTMLImageElement): Element {
  const bytes = Uint8Array.from(atob(image.src.slice(image.src.indexOf(",") + 1)), (unit) => unit.charCodeAt(0));
  return rootOf(new TextDecoder().decode(bytes));
}

/** Parses a picture that the page was given as text. */
export function parsePicture(text: string): SVGSVGElement {
  return document.importNode(rootOf(text), true) as SVGSVGElement;
}

function rootOf(text: string): Element {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (root.localName !== "svg") throw new Error("the picture is not well-formed");
  // Plot names its groups for its own developers; a group without a role may have no name, and the picture has one.
  for (const group of root.querySelectorAll("g[aria-label]:not([role])")) group.removeAttribute("aria-label");
  return root;
}

/** Takes the `<title>`s out, which browsers would show a second time, and returns each mark's title, in order. */
export function takeTitles(svg: SVGElement): Map<Element, string> {
  const words = new Map<Element, string>();
  for (const title of [...svg.querySelectorAll("title")]) {
    words.set(title.parentElement!, title.textContent ?? "");
    title.remove();
  }
  return words;
}
