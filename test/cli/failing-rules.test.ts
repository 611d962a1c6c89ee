import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rules } from '../../server/src/core/checking/registry.ts';
import { makeFail } from '../support/failing-rule.ts';
import { runInProcess } from '../support/in-process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readReport } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const files = {
  '.minutes/call.md': template.replace('name: Call', 'name: Call\nrules:\n  repeated-update: hint'),
  '2018-06-12.md': broken.replaceAll('06-26', '06-12'),
  '2018-06-26.md': sound,
};

suite('a rule that fails', () => {
  for (const rule of rules) {
    test(`${rule.id} lets the other rules and files be checked`, async (t) => {
      const { path } = temporaryFolder(t, files);
      const findings = async (): Promise<{ readonly own: string[]; readonly others: string[] }> => {
        const args = ['check', path, '--format', 'json', '--min-severity', 'hint'];
        const { code, output } = await runInProcess(args);
        assert.equal(code, rule === broke ? 2 : 1);
        const all = readReport(output).files.flatMap((file) =>
          file.findings.map((finding) => ({ path: file.path, ...finding })),
        );
        const isOwn = (finding: { readonly rule: string }): boolean => finding.rule === rule.id;
        return {
          own: all.filter(isOwn).map(({ path: at, message }) => `${at}: ${message}`),
          others: all.filter((each) => !isOwn(each)).map((each) => JSON.stringify(each)),
        };
      };
      let broke: typeof rule | null = null;
      const before = await findings();
      makeFail(t, rule);
      broke = rule;
      const after = await findings();
      const message = `Internal error (please report): ${rule.id} failed: injected by the test`;
      assert.ok(after.own.length > 0);
      for (const own of after.own) assert.ok(own.endsWith(`.md: ${message}`), own);
      assert.deepEqual(
        before.others.filter((each) => !after.others.includes(each)),
        [],
      );
    });
  }

  test('keeps nothing from being fixed, and ends with 2 in one line', async (t) => {
    const folder = temporaryFolder(t, {
      ...files,
      '2018-06-19.md': sound.replace('06-26', '06-19').replace('Next steps', 'Next stepps'),
      '2018-07-03.md': sound.replace('06-26', '07-03'),
      '2018-07-10.md': sound.replace('06-26', '07-10'),
    });
    const [rule] = rules.filter(({ id }) => id === 'missing-section');
    assert.ok(rule);
    makeFail(t, rule);
    const { code, output } = await runInProcess(['fix', folder.path]);
    assert.equal(code, 2);
    assert.match(folder.read('2018-06-12.md'), /## Decisions/);
    assert.match(folder.read('2018-06-19.md'), /## Next steps/);
    assert.match(
      output,
      /2018-06-19\.md:1:1 error missing-section Internal error \(please report\)/,
    );
    assert.doesNotMatch(output, /^ +at /m);
  });
});
