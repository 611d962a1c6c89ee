/**
 * Returns the address that is most likely meant by one that leads to a file: of a web site without its scheme,
 * of mail without `mailto:`, or one within brackets or invisible characters. Null where a file is as likely.
 */
export function intendedAddress(url: string): string | null {
  const visible = url.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '');
  const bare = /^\((.+)\)$/.exec(visible)?.[1] ?? visible;
  if (/^(?:https?:\/\/|mailto:)[^\s]+$/i.test(bare)) return bare;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(bare)) return `mailto:${bare}`;
  return site.test(bare) ? `https://${bare}` : null;
}

/** A host that begins with `www`, or ends with a domain that no kind of file is called by. */
const site =
  /^(?:www\.[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io|dev|app|eu|de|fr|jp|uk|ch|at))(?=[/?#:]|$)[^\s]*$/i;
