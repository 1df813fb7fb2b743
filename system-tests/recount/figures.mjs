// What a figure is: a value, and the sizes of the groups of people that it tells something about.

/**
 * @param value a number, or null when there is nothing to divide by or no middle
 * @param groups one or more numbers of people; one from 1 to floor-1 withholds the figure
 */
export function figure(value, ...groups) {
  return { value, groups };
}

/** A share or an average; null of nothing. */
export function ratio(part, whole) {
  return whole === 0 ? null : part / whole;
}

/** The middle value, of an even number of values the mean of the middle two; null of none. */
export function median(values) {
  if (values.length === 0) return null;
  const ascending = [...values].sort((one, other) => one - other);
  const middle = ascending.length >> 1;
  return ascending.length % 2 === 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}
