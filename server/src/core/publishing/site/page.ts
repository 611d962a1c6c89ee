import * as l10n from '@vscode/l10n';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** What goes into an element: elements, texts, or nothing. */
export type Content = Element | ElementContent | string | null | readonly Content[];

/** A file of a site. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** A page of a site. */
export interface Page {
  /** Path in the site. */
  readonly path: string;
  readonly title: string;
  readonly body: readonly Content[];
  /** The script that has what the site's own script shows. */
  readonly data?: SiteFile;
}

/** What all pages of a site have. */
export interface SiteFrame {
  /** What the series is called. */
  readonly name: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Address of the site with a slash at its end; null where none is known. */
  readonly baseUrl: string | null;
  /** The group has a style sheet of its own. */
  readonly hasOwnStyle: boolean;
  /** The pages that the navigation leads to, with their names. */
  readonly navigation: readonly (readonly [path: string, name: string])[];
}

/** Nothing runs on a page except the site's own files, and nothing is loaded from elsewhere; `file:` lets them be read from a disk. */
const policy =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Returns a page as HTML. */
export function pageHtml({ path, title, body, data }: Page, frame: SiteFrame): string {
  const { name, language, baseUrl, hasOwnStyle, navigation } = frame;
  const to = (target: string): string => relativeTo(path, target);
  const fullTitle = title === name ? name : `${title} – ${name}`;
  const tree = h('html', { lang: language }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', fullTitle),
      h('link', { rel: 'stylesheet', href: to('style.css') }),
      ...(hasOwnStyle ? [h('link', { rel: 'stylesheet', href: to('custom.css') })] : []),
      h('link', { rel: 'alternate', type: 'text/calendar', title: name, href: to('meetings.ics') }),
      ...(baseUrl === null
        ? []
        : [
            h('link', { rel: 'canonical', href: baseUrl + encodeURI(path) }),
            h('link', {
              rel: 'alternate',
              type: 'application/atom+xml',
              title: name,
              href: to('feed.xml'),
            }),
          ]),
    ]),
    h('body', [
      h('a', { className: 'skip', href: '#main' }, l10n.t('Skip to the content')),
      h('header', [
        h('p', { className: 'site' }, h('a', { href: to('index.html') }, name)),
        h(
          'nav',
          { ariaLabel: l10n.t('Pages') },
          h(
            'ul',
            navigation.map(([target, text]) =>
              h(
                'li',
                h('a', { href: to(target), ...(target === path && { ariaCurrent: 'page' }) }, text),
              ),
            ),
          ),
        ),
      ]),
      h('main', { id: 'main', tabIndex: -1 }, [...flatten(body)]),
      ...(data === undefined
        ? []
        : [
            h('script', { src: to(data.path), defer: true }),
            h('script', { src: to('site.js'), defer: true }),
          ]),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(tree)}\n`;
}

/** Returns nested content as a list of nodes. */
export function flatten(content: Content): readonly ElementContent[] {
  if (content === null) return [];
  if (typeof content === 'string') return [{ type: 'text', value: content }];
  return isList(content) ? content.flatMap(flatten) : [content];
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

/** Returns a script that names a value for the site's own script. */
export function dataScript(path: string, name: string, value: unknown): SiteFile {
  return { path, text: `globalThis.${name}=${JSON.stringify(value)};\n` };
}

/** Returns how a page of the site refers to another. */
export function relativeTo(from: string, target: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const [path = '', ...anchor] = target.split('#');
  return up + encodeURI(path) + (anchor.length === 0 ? '' : `#${anchor.join('#')}`);
}

/** Returns a table with a heading for each column. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Content[])[],
): Element {
  return h('div', { className: 'table', tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', [
      h(
        'thead',
        h(
          'tr',
          columns.map((column) => h('th', { scope: 'col' }, column)),
        ),
      ),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell) => h('td', [...flatten(cell)])),
          ),
        ),
      ),
    ]),
  ]);
}
