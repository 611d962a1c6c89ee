import fc from 'fast-check';

interface ArbitrarySection {
  readonly name: string;
  readonly refinements: readonly string[];
  readonly body: string;
}

const names = [
  'News',
  'Decisions',
  'Open points',
  'Reports',
  'Beschlüsse',
  'Guests',
  'C++',
  '*Topics*',
];
const bodies = [
  '',
  'Say what is new.',
  '- [add here]',
  '- {person}: {text}',
  '| When | What |\n| --- | --- |\n| Now | |\n| Later | |',
  '- [ ] {person}: {text}',
  'Recording: {text}',
];

const section: fc.Arbitrary<ArbitrarySection> = fc.record({
  name: fc.constantFrom(...names),
  refinements: fc.subarray(['optional', 'any-order', 'closed', 'not-empty', 'carry-over']),
  body: fc.constantFrom(...bodies),
});

const inner = fc.tuple(section, fc.boolean()).map(([own, repeats]) => ({
  ...own,
  name: `${own.name} below`,
  refinements: repeats ? [...own.refinements, 'repeat 2..3'] : own.refinements,
}));

const below = fc.oneof(
  fc.constant(''),
  fc
    .uniqueArray(inner, { selector: ({ name }) => name, maxLength: 3 })
    .map((own) => written(own, 3)),
  fc.constantFrom(
    '### {team} ({status?}) - {lead}\n\n- [add updates here]',
    '### {team} ({lead})',
    '### Crane - Ada Quill\n\n- Something\n\n### Tide Gauge - Bo Reed',
    '### {text} <!-- repeat -->',
    '### {text} <!-- optional; repeat -->',
    '### {person}: {text} <!-- repeat 0.. -->',
  ),
);

/** Templates of all kinds, as groups could write them. */
export const arbitraryTemplate: fc.Arbitrary<string> = fc
  .record({
    title: fc.constantFrom(
      '# Weekly {date}',
      '# {text} {date:MMMM D, YYYY}',
      '# Call {number}',
      '# {text}',
      '',
    ),
    preamble: fc.constantFrom('', 'Welcome.\n\n'),
    sections: fc.uniqueArray(fc.tuple(section, below), {
      selector: ([{ name }]) => name,
      minLength: 1,
      maxLength: 5,
    }),
    roster: fc.boolean(),
  })
  .map(({ title, preamble, sections, roster }) => {
    const frontMatter = roster
      ? '---\nminutes-template: 1\nroster:\n  - name: Crane\n    leads: [Ada Quill]\n  - name: Archive\n---\n\n'
      : '';
    return `${frontMatter}${preamble}${title}\n\n${sections
      .map(([own, children]) => `${written([own], 2)}\n\n${children}`)
      .join('\n\n')}\n`;
  });

function written(sections: readonly ArbitrarySection[], depth: number): string {
  return sections
    .map(({ name, refinements, body }) => {
      const comment = refinements.length === 0 ? '' : ` <!-- ${refinements.join('; ')} -->`;
      return `${'#'.repeat(depth)} ${name}${comment}\n\n${body}`;
    })
    .join('\n\n');
}
