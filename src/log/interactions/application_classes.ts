/**
 * Kinds of applications: what is done in one browser, or one mail program, is what is done in another. Names are those of
 * the process, the window and the recorder, in any case, with or without `.exe` and `.app`.
 */
import { OptionError } from "../../base/errors.ts";

/** Names of applications of each class. Equal to the name, or its beginning where it ends with `*`. */
export type ApplicationClasses = Readonly<Record<string, readonly string[]>>;

/** The classes that are known without being told. */
export const APPLICATION_CLASSES: ApplicationClasses = {
  browser: [
    "chrome",
    "google chrome",
    "com.google.chrome",
    "chromium*",
    "msedge",
    "msedgewebview2",
    "microsoft edge",
    "edge",
    "microsoftedge*",
    "com.microsoft.edgemac",
    "firefox",
    "mozilla firefox",
    "firefox-esr",
    "org.mozilla.firefox",
    "safari",
    "com.apple.safari",
    "opera",
    "opera gx",
    "brave",
    "brave browser",
    "brave-browser",
    "vivaldi*",
    "iexplore",
    "internet explorer",
    "windows internet explorer",
    "arc",
    "epiphany",
    "samsung internet",
  ],
  mail: [
    "outlook",
    "olk",
    "microsoft outlook",
    "new outlook",
    "com.microsoft.outlook",
    "thunderbird",
    "mozilla thunderbird",
    "betterbird",
    "mail",
    "apple mail",
    "com.apple.mail",
    "hxoutlook",
    "hxmail",
    "notes2",
    "nlnotes",
    "lotus notes",
    "hcl notes",
    "evolution",
    "kmail",
    "mailspring",
    "em client",
    "mailclient",
  ],
  spreadsheet: [
    "excel",
    "microsoft excel",
    "ms excel",
    "com.microsoft.excel",
    "libreoffice calc",
    "openoffice calc",
    "localc",
    "scalc",
    "numbers",
    "gnumeric",
    "onlyoffice spreadsheet",
    "et",
    "wps spreadsheets",
    "planmaker",
  ],
  document: [
    "winword",
    "word",
    "microsoft word",
    "ms word",
    "com.microsoft.word",
    "libreoffice writer",
    "openoffice writer",
    "lowriter",
    "swriter",
    "pages",
    "wordpad",
    "wps writer",
    "textmaker",
  ],
  presentation: [
    "powerpnt",
    "powerpoint",
    "microsoft powerpoint",
    "com.microsoft.powerpoint",
    "libreoffice impress",
    "loimpress",
    "simpress",
    "keynote",
  ],
  "PDF reader": [
    "acrobat",
    "acrord32",
    "acrord64",
    "acrocef",
    "adobe acrobat*",
    "adobe reader*",
    "foxitreader",
    "foxitpdfreader",
    "foxitpdfeditor",
    "foxit reader",
    "foxit pdf*",
    "sumatrapdf*",
    "evince",
    "okular",
    "preview",
    "com.apple.preview",
    "pdfxedit",
    "pdfxcview",
    "pdf24*",
    "nitropdf*",
  ],
  chat: [
    "teams",
    "ms-teams",
    "msteams",
    "microsoft teams*",
    "slack",
    "skype",
    "lync",
    "skype for business",
    "webex*",
    "ciscocollabhost",
    "zoom",
    "zoom.us",
    "zoom workplace",
    "whatsapp*",
    "signal",
    "telegram*",
    "discord",
    "mattermost",
    "element",
    "rocket.chat",
    "jabber",
    "ciscojabber",
    "google chat",
    "threema",
  ],
  terminal: [
    "cmd",
    "powershell",
    "powershell_ise",
    "pwsh",
    "windowsterminal",
    "windows terminal",
    "terminal",
    "iterm2",
    "iterm",
    "gnome-terminal*",
    "konsole",
    "xterm",
    "alacritty",
    "kitty",
    "wezterm*",
    "putty",
    "mintty",
    "com.apple.terminal",
  ],
  "file manager": [
    "explorer",
    "windows explorer",
    "windows-explorer",
    "file explorer",
    "finder",
    "com.apple.finder",
    "nautilus",
    "dolphin",
    "thunar",
    "nemo",
    "pcmanfm",
    "totalcmd*",
    "dopus",
    "freecommander",
  ],
  "text editor": [
    "notepad",
    "notepad++",
    "textedit",
    "gedit",
    "kate",
    "editor",
    "sublime_text",
    "sublime text",
  ],
  "code editor": [
    "code",
    "visual studio code",
    "vscode",
    "codium",
    "devenv",
    "visual studio",
    "idea64",
    "intellij idea",
    "pycharm64",
    "pycharm",
    "webstorm64",
    "rstudio",
    "eclipse",
  ],
  "remote desktop": [
    "mstsc",
    "remote desktop connection",
    "wfica32",
    "cdviewer",
    "citrix workspace",
    "vmware-view",
    "anydesk",
    "teamviewer",
  ],
  "lock screen": [
    "lockapp",
    "logonui",
    "loginwindow",
    "screensaver",
    "screensaverengine",
    "gnome-screensaver",
    "xscreensaver",
    "i3lock",
    "swaylock",
    "kscreenlocker*",
    "light-locker",
    "com.apple.loginwindow",
    "scrnsave.scr",
  ],
};

/** Tells the class of an application; undefined where none is known. */
export type ClassOfApplication = (application: string) => string | undefined;

/**
 * The classes told, before those that are known: `{ "ticket system": ["helpdesk.exe", "jira*"] }`. A class of a known
 * name takes the names in as well.
 *
 * @throws OptionError if a class has no list of names.
 */
export function classOfApplication(more: ApplicationClasses = {}): ClassOfApplication {
  const whole = new Map<string, string>();
  const beginnings: [string, string][] = [];
  for (const [name, applications] of [...Object.entries(more), ...Object.entries(APPLICATION_CLASSES)]) {
    if (name.trim() === "" || !Array.isArray(applications) || applications.some((one) => typeof one !== "string")) {
      throw new OptionError(
        `Expected applicationClasses to name applications for each class, as in ` +
          `{ "ticket system": ["helpdesk.exe"] }, but found ${JSON.stringify({ [name]: applications })}.`,
      );
    }
    for (const application of applications) {
      const plain = plainName(application.replace(/\*$/, ""));
      if (plain === "") throw new OptionError(`Expected a name of an application of class "${name}" but found none.`);
      if (application.endsWith("*")) beginnings.push([plain, name]);
      else if (!whole.has(plain)) whole.set(plain, name);
    }
  }
  const known = new Map<string, string | undefined>();
  return (application) => {
    if (!known.has(application)) {
      const plain = plainName(application);
      known.set(application, whole.get(plain) ?? beginnings.find(([first]) => plain.startsWith(first))?.[1]);
    }
    return known.get(application);
  };
}

/** "chrome" of `C:\Program Files\Google\Chrome.EXE`. */
export function plainName(application: string): string {
  return application.trim().replace(/^.*[\\/](?=[^\\/]+$)/, "").replace(/\.(exe|app)$/i, "").toLowerCase();
}
