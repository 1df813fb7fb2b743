// Sums and people per team, feature and period, out of what the counted events add.

/** Names a team and a feature ('*' for all). */
export function scopeKey(team, feature) {
  return `${team}\n${feature}`;
}

/**
 * Cells of the periods of a frame, found by team, feature and place of the period: each with people (a set) and the named
 * numbers of additions summed. A cell without anything is nobody and zeros.
 */
export function cellsOf(facts, frame, measures) {
  const nothing = { people: new Set() };
  for (const measure of measures) nothing[measure] = 0;
  const rows = new Map();
  for (const [key, { people }] of facts.scopes) {
    const row = [];
    for (const [person, additions] of people) {
      for (const addition of additions) {
        const index = frame.indexOf(addition.at);
        if (index < 0) continue;
        row[index] ??= { ...nothing, people: new Set() };
        row[index].people.add(person);
        for (const measure of measures) row[index][measure] += addition[measure];
      }
    }
    rows.set(key, row);
  }
  return (team, feature, index) => rows.get(scopeKey(team, feature))?.[index] ?? nothing;
}

/** The same for anything collected by hand: rows of whatever fresh() makes, per team, feature and period. */
export function collection(fresh) {
  const rows = new Map();
  return {
    /** The cell to add to. */
    at(key, index) {
      if (!rows.has(key)) rows.set(key, []);
      const row = rows.get(key);
      row[index] ??= fresh();
      return row[index];
    },
    /** The cell to read; an empty one when there is none. */
    get(team, feature, index) {
      return rows.get(scopeKey(team, feature))?.[index] ?? fresh();
    },
  };
}
