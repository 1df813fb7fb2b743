// Whether an answered row says what was counted.

const MEDIANS_AND_SUMS_OF_TIME = [
  'days-to-first-run', 'days-to-unlock', 'result-rank', 'session-minutes', 'minutes-saved', 'money-saved',
];

/**
 * Null when they agree, else {counted, answered}.
 *
 * A row may be left out when nobody was there and there is nothing to tell. A figure about 1 to floor-1 people must be
 * withheld; any other may be only when the row gives a reason of its own, withheldBecause, so that what is withheld
 * elsewhere can't be worked out.
 *
 * @param counted a figure
 * @param row {value, withheld, withheldBecause?} or undefined
 */
export function differenceOf(kpi, counted, row, floor) {
  const few = counted.groups.some(people => people > 0 && people < floor);
  const difference = { counted: few ? `withheld (${counted.groups})` : counted.value, answered: wordOf(row) };
  if (row === undefined) return few || counted.value ? difference : null;
  if (row.withheld === true) {
    const protectsOthers = row.withheldBecause !== undefined && row.withheldBecause !== 'few-people';
    return row.value === null && (few || (protectsOthers && floor > 1)) ? null : difference;
  }
  return !few && isSame(kpi, counted.value, row.value) ? null : difference;
}

/** Counts are whole, so that a billionth tells them apart exactly. */
export function isSame(kpi, counted, answered) {
  if (counted === null || answered === null || answered === undefined) return counted === answered;
  const tolerance = MEDIANS_AND_SUMS_OF_TIME.includes(kpi) ? 1e-6 : 1e-9;
  return Math.abs(counted - answered) <= tolerance;
}

function wordOf(row) {
  if (row === undefined) return 'no row';
  if (row.withheld !== true) return row.value;
  return row.withheldBecause ? `withheld (${row.withheldBecause})` : 'withheld';
}
