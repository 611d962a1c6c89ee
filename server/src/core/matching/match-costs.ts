/** What it costs that minutes depart from their template; the match is the assignment of the lowest cost. */
export const costs = {
  /** A required section is absent. */
  absent: 4,
  /** A section is out of order, or appears once more. */
  moved: 3,
  doubled: 3,
  /** A section is at another level, or below another parent. */
  elsewhere: 2,
  /** A section is at another level and below another parent, which still costs less than its absence. */
  anywhere: 3.5,
  /** A name has a slip of the pen. */
  slip: 1,
  /** A heading is a slip of a name and yet stands for nothing: cheaper than an absent section. */
  unreadSlip: 2,
  /** A section that the template doesn't list is in a closed parent. */
  unknownInClosed: 4,
} as const;
