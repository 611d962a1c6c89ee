import type { Section } from '../minutes/outline.ts';
import type { Pairing, Siblings } from './pair.ts';
import type { TemplateSection } from '../template/template-section.ts';

/** Returns the only missing and the only unknown section between the same two neighbours, for each such place. */
export function pairSlots(
  siblings: Siblings,
  pairing: Pairing,
): readonly { readonly expected: TemplateSection; readonly section: Section }[] {
  const missing = missingBySlot(siblings, pairing);
  if (missing.size === 0) return [];
  const unknown = unknownBySlot(siblings, pairing);
  return [...missing].flatMap(([slot, [expected, ...others]]) => {
    const [section, ...otherSections] = unknown.get(slot) ?? [];
    return expected !== undefined &&
      section?.depth === expected.depth &&
      others.length === 0 &&
      otherSections.length === 0
      ? [{ expected, section }]
      : [];
  });
}

/** Names a place among siblings by the template's sections that are present before and behind it. */
function slotName(before: number, after: number): string {
  return `${String(before)}:${String(after)}`;
}

function missingBySlot(
  { expected }: Siblings,
  { pairsOf }: Pairing,
): Map<string, TemplateSection[]> {
  const slots = new Map<string, TemplateSection[]>();
  expected.forEach((section, index) => {
    if (pairsOf.has(section) || !section.required || section.kind === 'title') return;
    const before = expected.findLastIndex((other, at) => at < index && pairsOf.has(other));
    const after = expected.findIndex((other, at) => at > index && pairsOf.has(other));
    addTo(slots, slotName(before, after), section);
  });
  return slots;
}

function unknownBySlot(
  { expected, sections }: Siblings,
  { pairOf }: Pairing,
): Map<string, Section[]> {
  const slots = new Map<string, Section[]>();
  const places = sections.map((section) => {
    const pair = pairOf.get(section);
    return pair === undefined ? -1 : expected.indexOf(pair.expected);
  });
  let before = -1;
  sections.forEach((section, index) => {
    const place = places[index] ?? -1;
    if (place !== -1) before = place;
    if (pairOf.has(section) || section.heading.text === '') return;
    const after = places.slice(index + 1).find((next) => next !== -1) ?? -1;
    addTo(slots, slotName(before, after), section);
  });
  return slots;
}

function addTo<T>(slots: Map<string, T[]>, slot: string, value: T): void {
  const values = slots.get(slot);
  if (values === undefined) slots.set(slot, [value]);
  else values.push(value);
}
