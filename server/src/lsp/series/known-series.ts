import type { ClaimedFile } from '../../core/meetings/claimed-minutes.ts';
import { isSameSeries } from '../../core/meetings/series-of-templates.ts';
import {
  changeSeries,
  seriesOf,
  type MinutesChange,
  type Series,
} from '../../core/meetings/series.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';

/** The series of what is indexed, put together when asked for and kept in step with what changes. */
export interface KnownSeries {
  /** Returns the series of a template. */
  of(source: TemplateSource): Series;
  /** Reports that an indexed file has other meetings; undefined where they come or go. */
  changed(before: ClaimedFile | undefined, after: ClaimedFile | undefined): void;
  /** Puts every series together anew when it is next asked for. */
  forget(): void;
}

interface Known {
  readonly series: Series;
  readonly changes: MinutesChange[];
}

/** With more changes than these a series is put together anew. */
const mostChanges = 1000;

/** Returns the series of indexed minutes; none is put together before it is asked for. */
export function createKnownSeries(indexed: ReadonlyMap<string, ClaimedFile>): KnownSeries {
  const known = new Map<TemplateSource, Known>();

  const current = (source: TemplateSource): Series => {
    const before = known.get(source);
    if (before !== undefined && before.changes.length <= mostChanges) {
      return before.changes.length === 0
        ? before.series
        : changeSeries(before.series, before.changes);
    }
    const claimed = [...indexed.values()].filter((each) => isSameSeries(each.source, source));
    return seriesOf(claimed.flatMap(({ meetings }) => meetings));
  };

  return {
    of(source) {
      const series = current(source);
      if (known.get(source)?.series !== series) known.set(source, { series, changes: [] });
      return series;
    },
    changed(before, after) {
      for (const [source, { changes }] of known) {
        const own = (claimed: ClaimedFile | undefined): ClaimedFile['meetings'] =>
          claimed !== undefined && isSameSeries(claimed.source, source) ? claimed.meetings : [];
        if (changes.length > mostChanges) continue;
        changes.push(
          ...own(before).map((each) => ({ before: each, after: null })),
          ...own(after).map((each) => ({ before: null, after: each })),
        );
      }
    },
    forget() {
      known.clear();
    },
  };
}
