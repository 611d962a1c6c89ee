/** Returns how many minutes a template claims, and how many of them have findings, in words. */
export function describeUsage(minutes: number, withFindings: number): string {
  if (minutes === 0) return 'used by no minutes';
  const used = minutes === 1 ? 'used by the minutes of 1 meeting' : `used by ${minutes} minutes`;
  return withFindings === 0 ? used : `${used} · ${withFindings} with findings`;
}
