import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

/** Returns the links of a site's pages that lead to no file or no id of the site, each as `page → address`. */
export function deadLinks(folder: string): readonly string[] {
  const files = new Set(
    globSync('**/*', { cwd: folder }).map((path) => path.replaceAll('\\', '/')),
  );
  const pages = [...files].filter((path) => /\.html$|^history-data\.js$/.test(path));
  const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]));
  const ids = new Map([...texts].map(([page, text]) => [page, idsIn(text)]));
  return pages.flatMap((page) =>
    addressesIn(texts.get(page) ?? '')
      .filter((address) => !/^(?:https?:|mailto:)/.test(address))
      .filter((address) => {
        const [path = '', anchor] = address.split('#', 2);
        const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
        if (!files.has(target)) return true;
        return anchor !== undefined && ids.get(target)?.has(decodeURIComponent(anchor)) !== true;
      })
      .map((address) => `${page} → ${address}`),
  );
}

function addressesIn(text: string): readonly string[] {
  const inHtml = [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
  const inData = [...text.matchAll(/"href":"([^"]*)"/g)].map(([, address = '']) => address);
  return [...inHtml, ...inData].map((address) => address.replace(/&#x26;|&amp;/g, '&'));
}

function idsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
}
