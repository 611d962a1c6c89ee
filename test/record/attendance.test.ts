import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { marked, plain, read } from './read-record.ts';

suite('attendance', () => {
  const attendanceIn = (text: string, template = plain): readonly string[] =>
    read(text, template).attendance.map(
      ({ name, presence, note }) => `${name} ${presence}${note === null ? '' : `: ${note}`}`,
    );

  test('is read from a list, with organizations and handles apart', () => {
    const text = `# Call 2026-11-27

## Attendees

- Ada Quill (Harbor Ltd)
- Bo Reed, Tide Works
- [Cy Dune](https://example.org) @cy
- Regrets:
- Di Moss
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present: Harbor Ltd',
      'Bo Reed present: Tide Works',
      'Cy Dune present: @cy',
      'Di Moss absent',
    ]);
  });

  test('is read from labels before the second heading, with what is below one', () => {
    const text = `# Call 2026-11-27

**Present:** Ada Quill (Harbor Ltd, Chair), Bo Reed and Cy Dune
**Regrets:** Di Moss
**Guests:** None

Members in attendance:
- Eli Sand

Links:
- Minutes of the last call

## Notes

Present: nobody reads this
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present: Harbor Ltd, Chair',
      'Bo Reed present',
      'Cy Dune present',
      'Di Moss absent',
      'Eli Sand present',
    ]);
  });

  test('reads labels in other languages', () => {
    const text = `# Réunion

**Présent.e.s :** Ada Quill, Bo Reed
**Excusé.e.s :** Cy Dune et Di Moss

## Notes
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present',
      'Bo Reed present',
      'Cy Dune absent',
      'Di Moss absent',
    ]);
  });

  test('in a check list, the checked names were there', () => {
    const text = '# Call 2026-11-27\n\n## Present\n\n- [x] Ada Quill\n- [ ] Bo Reed\n';
    assert.deepEqual(attendanceIn(text, marked), ['Ada Quill present', 'Bo Reed absent']);
  });

  test('labels and subheadings say who is apart', () => {
    const text = `# Call 2026-11-27

## Attendance

- Members: Ada Quill, Bo Reed and Cy Dune

**Apologies**: Ed Fen, Flo Moor

### Guests

- Di Moss
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present',
      'Bo Reed present',
      'Cy Dune present',
      'Ed Fen absent',
      'Flo Moor absent',
      'Di Moss guest',
    ]);
  });

  test('is read from a table and from fields', () => {
    const text = `# Call 2026-11-27

## Present

| Name | Organization |
|------|--------------|
| Ada Quill | Harbor Ltd |
| Bo Reed | |

Regrets: Cy Dune, Di Moss
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present: Harbor Ltd',
      'Bo Reed present',
      'Cy Dune absent',
      'Di Moss absent',
    ]);
  });

  test('people of the list owe nothing', () => {
    assert.deepEqual(
      read('# Call 2026-11-27\n\n## Attendees\n\n- [ ] @ada Harbor Ltd\n').actions,
      [],
    );
  });
});
