import type { Evidence } from '../meetings/evidence.ts';
import type { Finding } from '../rules/finding.ts';
import { otherMinutes } from '../rules/other-minutes.ts';
import type { RuleContext } from '../rules/rule.ts';
import { habitOf } from './habits.ts';
import { traitsOf } from './registry.ts';

/**
 * Returns findings as the other minutes of the series let them count: what most of them do is a hint at most
 * and never repaired by itself, what any of them does may be no slip at all,
 * and of minutes of another meeting nothing is said about their sections.
 */
export function weighEvidence(
  findings: readonly Finding[],
  context: RuleContext,
): readonly Finding[] {
  if (findings.some(({ rule, failure }) => rule === otherMinutes.id && failure === undefined)) {
    return findings
      .filter((finding) => traitsOf(finding).structural !== true)
      .map(withoutSafeFixes);
  }
  return findings.flatMap((finding) => {
    const { departure } = finding;
    const habit = habitOf(finding, context.minutes);
    if (departure === undefined && habit === null) return [finding];
    const evidence = context.history.evidence();
    if (habit !== null && evidence.isHabit(habit)) return [];
    if (departure?.way === 'file-date' && drifts(finding, evidence)) return [];
    return departure !== undefined && drifts(finding, evidence)
      ? [{ ...withoutSafeFixes(finding), severity: 'hint' }]
      : [finding];
  });
}

function drifts({ departure }: Finding, evidence: Evidence): boolean {
  return departure !== undefined && evidence.driftOf(departure) !== null;
}

function withoutSafeFixes(finding: Finding): Finding {
  return { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, safe: false })) };
}
