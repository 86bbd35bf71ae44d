/** Light or dark: what the page around a figure is, and the colours that everything interactive is drawn in. */

export interface Theme {
  readonly dark: boolean;
  readonly background: string;
  readonly ink: string;
  /** Text that stands back: units, captions, axes. */
  readonly quiet: string;
  /** Lines that stand back: borders, grids. */
  readonly line: string;
  readonly accent: string;
  /** Ends of the scale of areas from little to much, and of the one for durations. */
  readonly little: string;
  readonly much: string;
  readonly slowNode: string;
  readonly slowNodeMuch: string;
  /** Text on these scales: one ink, which has a contrast of at least 4.5 to 1 all along both. */
  readonly onScale: string;
  /** The same for lines: how often, and how long. */
  readonly edgeLittle: string;
  readonly edgeMuch: string;
  readonly slowLittle: string;
  readonly slowMuch: string;
  /** Areas that say nothing by their colour. */
  readonly plain: string;
}

export const light: Theme = {
  dark: false,
  background: "#ffffff",
  ink: "#1f2733",
  quiet: "#5b6675",
  line: "#d8dee6",
  accent: "#1b6ac9",
  little: "#eef4fb",
  much: "#70a9e2",
  slowNode: "#fdf0e3",
  slowNodeMuch: "#f0a364",
  onScale: "#16202c",
  edgeLittle: "#bcc7d4",
  edgeMuch: "#24466f",
  slowLittle: "#dcc9b6",
  slowMuch: "#b3430a",
  plain: "#f3f5f8",
};

export const dark: Theme = {
  dark: true,
  background: "#14181f",
  ink: "#e8ecf1",
  quiet: "#a0abb9",
  line: "#39424f",
  accent: "#78b4ff",
  little: "#1d2b3d",
  much: "#2a66a8",
  slowNode: "#33271c",
  slowNodeMuch: "#96500f",
  onScale: "#f1f5f9",
  edgeLittle: "#4a5868",
  edgeMuch: "#b9d3f0",
  slowLittle: "#5c4a3b",
  slowMuch: "#ff9d54",
  plain: "#232a34",
};

/** JupyterLab and VS Code say it on an element around the output; elsewhere the system's setting holds. */
export function themeAround(element: Element): Theme {
  const lab = element.closest("[data-jp-theme-light]")?.getAttribute("data-jp-theme-light");
  if (lab) return lab === "false" ? dark : light;
  const code = document.body.classList;
  if (code.contains("vscode-light")) return light;
  if (code.contains("vscode-dark") || code.contains("vscode-high-contrast")) return dark;
  return matchMedia("(prefers-color-scheme: dark)").matches ? dark : light;
}

/**
 * Draws now, and again whenever the theme turns, in light colours for the time of printing.
 *
 * The stage's own variables (`--ink`, `--quiet`, `--line`, `--accent`, `--back`) follow, for its style sheet.
 */
export function drawInTheme(stage: HTMLElement, draw: (theme: Theme) => void): void {
  let shown: Theme | undefined;
  const turn = (theme: Theme) => {
    if (theme === shown) return;
    shown = theme;
    const { background, ink, quiet, line, accent } = theme;
    for (const [name, value] of Object.entries({ back: background, ink, quiet, line, accent })) {
      stage.style.setProperty(`--${name}`, value);
    }
    stage.style.background = background;
    stage.style.colorScheme = theme.dark ? "dark" : "light";
    draw(theme);
  };
  const look = () => turn(themeAround(stage));
  look();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  const watcher = new MutationObserver(look);
  for (const root of [document.documentElement, document.body]) {
    watcher.observe(root, { attributes: true, attributeFilter: ["data-jp-theme-light", "class"] });
  }
  addEventListener("beforeprint", () => turn(light));
  addEventListener("afterprint", look);
}

/** Whether the reader asked for less motion. */
export function motionReduced(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
