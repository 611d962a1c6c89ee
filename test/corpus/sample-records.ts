import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { recordOf } from '../../server/src/core/record/meeting-record.ts';
import { checkout } from '../../tools/checkout.ts';
import { randomOf, shuffled } from '../properties/random.ts';

/**
 * Prints actions and decisions that are found in the minutes of the twelve groups without their templates, or lines that look like one and aren't found, to be read by a person:
 * `node test/corpus/sample-records.ts found|missed SEED COUNT`.
 */
const [wanted = 'found', seed = '1', count = '50'] = process.argv.slice(2);

/** What makes a line look like an action or a decision, generously. */
const lookalike =
  /\b(?:actions?|AI|AP|todos?|to-dos?|resolved|resolution|decision|decided|agreed|consensus|approved?|motion|assigned|next steps?|follow[- ]?ups?)\b|\[[ xX]\]|^\W*@[\w-]+\b.{0,4}(?:to|will)\b/i;

const template = readTemplate('# Any\n', 'any.md');
const groups = join(checkout, '../shared/corpus/groups');
const found: string[] = [];
const missed: string[] = [];
for (const path of globSync('*/**/*.md', { cwd: groups }).sort()) {
  if (path.includes('.minutes/')) continue;
  const text = readFileSync(join(groups, path), 'utf8');
  const { headings } = readMinutes(parseMarkdown(text));
  const { actions, decisions } = recordOf(text, headings, template, null);
  for (const { owners, text: said } of actions)
    found.push(`${path}\taction of ${owners.map(({ name }) => name).join(', ')}: ${said}`);
  for (const { text: said } of decisions) found.push(`${path}\tdecision: ${said}`);
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const isFound = [...actions, ...decisions].some(
      ({ range }) => range.start <= end && start <= range.end,
    );
    if (!isFound && lookalike.test(line)) missed.push(`${path}\t${line.trim().slice(0, 200)}`);
    start = end + 1;
  }
}
const chosen = shuffled(wanted === 'missed' ? missed : found, randomOf(Number(seed)));
for (const line of chosen.slice(0, Number(count))) console.log(line);
console.log(`${String(found.length)} found, ${String(missed.length)} lines that look like one`);
