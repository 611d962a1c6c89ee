import type { Element, ElementContent, Root } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import type { Root as Markdown, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import GithubSlugger from 'github-slugger';
import { visit } from 'unist-util-visit';
import type { Minutes } from '../../minutes/read-minutes.ts';

/** What becomes of a link or image's address in published minutes: another address, or null for none. */
export type MapAddress = (address: string) => string | null;

/**
 * Returns the HTML of minutes as a tree without anything that runs, headings with their ids.
 * An image becomes a link, so that a page loads nothing from elsewhere.
 */
export function minutesToHtml(minutes: Minutes, mapAddress: MapAddress): readonly ElementContent[] {
  const children: RootContent[] = minutes.markdown.pieces.flatMap(
    ({ piece }) => piece.tree.children,
  );
  const root: Markdown = { type: 'root', children };
  const html = toHast(root);
  const safe = sanitize(html.type === 'root' ? html : { type: 'root', children: [] }, schema);
  const tree: Root = safe.type === 'root' ? safe : { type: 'root', children: [] };
  const ids = headingIds(minutes);
  let index = 0;
  for (const child of tree.children) {
    if (child.type !== 'element' || !/^h[1-6]$/.test(child.tagName) || isFootnotes(child)) continue;
    child.properties.id = ids[index++]?.id ?? '';
  }
  mapAddresses(tree, mapAddress);
  return tree.children.filter((child) => child.type !== 'doctype');
}

/** Returns the ids of the headings of minutes, in order, with the offsets where they begin. */
export function headingIds({
  headings,
}: Pick<Minutes, 'headings'>): readonly { readonly id: string; readonly offset: number }[] {
  const slugger = new GithubSlugger();
  return headings.map(({ text, range }) => ({
    id: slugger.slug(text) || slugger.slug('section'),
    offset: range.start,
  }));
}

const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  attributes: {
    ...defaultSchema.attributes,
    a: [
      'href',
      'title',
      'ariaDescribedBy',
      'ariaLabel',
      'dataFootnoteBackref',
      'dataFootnoteRef',
      'id',
      ['className', 'data-footnote-backref'],
    ],
    img: ['alt', 'src', 'title'],
  },
};

function isFootnotes({ properties }: Element): boolean {
  return properties.id === 'footnote-label';
}

function mapAddresses(tree: Root, mapAddress: MapAddress): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'img') imageToLink(element);
    if (element.tagName === 'input') nameCheckBox(element);
    if (element.tagName !== 'a' || typeof element.properties.href !== 'string') return;
    const isOwn = /^#(?:user-content-|footnote-label)/.test(element.properties.href);
    const address = isOwn ? element.properties.href : mapAddress(element.properties.href);
    if (address === null) {
      element.tagName = 'span';
      element.properties = {};
    } else element.properties.href = address;
  });
}

function imageToLink(element: Element): void {
  const { alt, src } = element.properties;
  const text = typeof alt === 'string' && alt !== '' ? alt : typeof src === 'string' ? src : '';
  element.tagName = 'a';
  element.properties = { href: typeof src === 'string' ? src : '' };
  element.children = [{ type: 'text', value: text }];
}

/** The box of a task list has no name by itself. */
function nameCheckBox(element: Element): void {
  element.properties.ariaLabel = element.properties.checked === true ? '✓' : '☐';
}
