/** The part of a web address that is context: it tells where somebody worked, not on which record. */

/** A web page without what is data in its address: scheme, query, fragment (but for routes), ids in the path. */
export function pageOf(url: string): string {
  const [, address = url] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)$/i.exec(url.trim()) ?? [];
  const [path = "", fragment] = address.split("#", 2);
  const route = fragment && /^!?\//.test(fragment) ? `#${fragment}` : "";
  return path.replace(/[?;].*$/, "").replace(/\/$/, "") + route.replace(/[?;].*$/, "");
}

/** The host of an address, without its port; undefined where there is none. */
export function domainOf(url: string): string | undefined {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url.trim())?.[1];
  return host && (host === "localhost" || host.includes(".")) ? host.toLowerCase() : undefined;
}
