// Two teams of which one could show the other a feature, as columns of what is downloaded.

/** @param feature whether the rows are about several features */
export function pairColumns(feature = false) {
  return [
    ...(feature ? [{ title: 'Feature', get: (row) => row.title }] : []),
    { title: 'Strong team', get: (row) => row.strong.title },
    { title: 'Share that uses it there', get: (row) => row.strong.rate },
    { title: 'Weak team', get: (row) => row.weak.title },
    { title: 'Share that uses it here', get: (row) => row.weak.rate, withheld: (row) => row.weak.withheld === true || row.weak.rate === null },
  ]
}
