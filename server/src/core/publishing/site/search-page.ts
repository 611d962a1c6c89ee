import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import type { Site } from './site.ts';
import type { Page } from './page.ts';
import { searchIndex } from './search-index.ts';

/** Returns the page that searches the minutes, by an index that is a script: a page on a disk may load nothing else. */
export function searchPage(site: Site): Page {
  return {
    path: 'search.html',
    title: l10n.t('Search'),
    body: [
      h('h1', l10n.t('Search')),
      h('p', [
        h('label', { htmlFor: 'query' }, l10n.t('Words in the minutes')),
        ' ',
        h('input', { type: 'search', id: 'query', autoComplete: 'off' }),
      ]),
      h('p', { id: 'count', role: 'status' }),
      h('ol', { id: 'results' }),
      h('noscript', h('p', l10n.t('The search needs JavaScript.'))),
    ],
    data: { path: 'search-index.js', text: searchIndex(site) },
  };
}
