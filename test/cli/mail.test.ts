import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const files = {
  '.minutes/pier.md': `---
minutes-template: 1
files: "*.md"
mail:
  to: [pier@example.org, "Bo Reed <bo@example.org>"]
  cc: list@example.org
  subject: "Minutes of {date:D MMMM YYYY}"
---

# Pier call {date}

## Notes

## Decisions <!-- decisions -->

## Actions <!-- actions -->
`,
  '2026-10-06.md': `---
layout: minutes
---

# Pier call 2026-10-06

## Notes

<!-- not for readers -->

| What | When |
|------|------|
| Rope | soon |

- [x] a [link](https://example.org) and [another](other.md)

<script>alert(1)</script>

## Decisions

- We buy rope.

## Actions

- [ ] Ada Quill: order rope by 2026-10-10
`,
};

function mailOf(context: TestContext, ...args: readonly string[]): string {
  const { path } = temporaryFolder(context, files);
  const run = runCommand(path, ['mail', './2026-10-06.md', '--output', 'mail.eml', ...args]);
  assert.equal(run.code, 0, run.errors);
  return readFileSync(join(path, 'mail.eml'), 'utf8').replace(/=\r\n/g, '');
}

test('minutes become a draft with the subject and recipients of the template, as text and HTML', (t) => {
  const mail = mailOf(t);
  assert.match(mail, /^X-Unsent: 1$/m);
  assert.match(mail, /^To: pier@example\.org, Bo Reed <bo@example\.org>$/m);
  assert.match(mail, /^Cc: list@example\.org$/m);
  assert.match(mail, /^Subject: Minutes of 6 October 2026$/m);
  assert.match(mail, /multipart\/alternative/);
  assert.match(mail, /Content-Type: text\/plain/);
  assert.match(
    mail,
    /<table style=3D"border-collapse: collapse">|<table style="border-collapse: collapse">/,
  );
  assert.match(mail, /<span>another<\/span>/);
  assert.doesNotMatch(mail, /not for readers|layout: minutes/);
  assert.doesNotMatch(mail.slice(mail.indexOf('text/html')), /<input|<script>/);
});

test('a mail may have only what was decided and promised, and other recipients', (t) => {
  const mail = mailOf(t, '--record', '--to', 'cy@example.org');
  assert.match(mail, /^To: cy@example\.org$/m);
  assert.match(mail, /- We buy rope\./);
  assert.match(mail, /\*\*Ada Quill\*\*: order rope \(due 2026-10-10\)/);
  assert.doesNotMatch(mail, /soon/);
});

test('a mail is of one meeting', (t) => {
  const { path } = temporaryFolder(t, { ...files, '2026-10-13.md': '# Pier call 2026-10-13\n' });
  const { code, errors } = runCommand(path, ['mail', '.']);
  assert.equal(code, 2);
  assert.match(errors, /name the minutes of one meeting/);
});
