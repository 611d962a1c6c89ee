/** A section that is expected among siblings, by how often it may be there. */
export interface Expected {
  readonly min: number;
  readonly max: number;
  /** What it costs that it is absent once, with all that is required below it. */
  readonly absence: number;
}

/** A section of the minutes among its siblings. */
export interface Item {
  /** What it may stand for, in the template's order. */
  readonly options: readonly Option[];
  /** What it costs that it stands for nothing; infinite where it names a section. */
  readonly unknown: number;
  /** How much text moves with it. */
  readonly weight: number;
}

/** A section that an item may stand for. */
export interface Option {
  /** Its index among the expected. */
  readonly expected: number;
  /** Slips, and what is wrong below the section. */
  readonly cost: number;
  /** Of options of one cost the lowest is chosen. */
  readonly rank: number;
  /** The item may stand for it out of order, or once more. */
  readonly movable: boolean;
}
