/** The picture of a figure as a file of its own: what the page shows now, in the colours that it has now. */

/** Marks of pointing and selecting, which are the page's and not the picture's. */
const passing = ["tb-focus", "tb-lit", "tbc-dim", "tbc-on", "tbp-on", "tb-chosen", "tbs-dim", "tbs-on", "tbs-here"];

/** The picture that a stage shows. */
export function pictureOf(stage: HTMLElement): SVGSVGElement | undefined {
  return stage.querySelector<SVGSVGElement>("svg.tbc-chart,svg.tb-canvas") ?? undefined;
}

/** A complete SVG document. Variables of the stage, which style sheets of charts ask for, are written into it. */
export function pictureText(stage: HTMLElement, svg: SVGSVGElement): string {
  const { width, height, x, y } = svg.viewBox.baseVal;
  const shown = getComputedStyle(svg);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const each of copy.querySelectorAll(".tb-hit,.tbc-ring,.tb-here,.tb-chosen-row")) each.remove();
  for (const name of passing) {
    for (const each of [copy, ...copy.querySelectorAll(`.${name}`)]) each.classList.remove(name);
  }
  for (const each of [copy, ...copy.querySelectorAll("[tabindex]")]) each.removeAttribute("tabindex");
  for (const name of ["aria-label", "data-lm-suppress-shortcuts"]) copy.removeAttribute(name);
  const variables = [...stage.style].filter((name) => name.startsWith("--"))
    .map((name) => `${name}:${stage.style.getPropertyValue(name)}`).join(";");
  const attributes: Record<string, string> = {
    width: String(width || svg.clientWidth),
    height: String(height || svg.clientHeight),
    viewBox: `${x} ${y} ${width} ${height}`,
    role: "img",
    style: `${variables};background:${stage.style.background}`,
    "font-family": copy.getAttribute("font-family") ?? shown.fontFamily,
    "font-size": copy.getAttribute("font-size") ?? shown.fontSize,
  };
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value);
  return new XMLSerializer().serializeToString(copy);
}

/** Browsers draw no larger pictures than that. */
const mostPixels = 60e6, longestSide = 16_000;

/** The picture in pixels, two to each of its own where that is possible. */
export async function pictureImage(text: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(2, Math.sqrt(mostPixels / (width * height)), longestSide / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(width * scale));
  canvas.height = Math.max(1, Math.floor(height * scale));
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("the browser draws no such picture")), "image/png")
  );
}
