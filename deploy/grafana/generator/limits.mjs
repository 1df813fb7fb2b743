// Where alert rules fire and numbers change colour. Guesses to begin with: change them to what is usual at your place.

/** Share of people lost from one week to the next, and points of adoption a team lost. */
export const FEWER_PEOPLE = 0.2;
export const TEAM_POINTS = 0.3;

/** Share of searches without result, and of template tasks that end well. */
export const ZERO_RESULTS = 0.3;
export const TEMPLATE_SUCCESS = 0.7;

/** Seconds that figures may be behind what was received, and records that may wait for ClickHouse. */
export const STALE_SECONDS = 900;
export const SINK_RECORDS = 100_000;

/** Share of events refused, and of answers that are a service's own failure. */
export const REFUSED_SHARE = 0.05;
export const FAILED_SHARE = 0.05;

const steps = (base, ...others) => [{ value: null, color: base }, ...others.map(([value, color]) => ({ value, color }))];

/** Colours of a number that had better be small: orange from a third of the limit, red from it. */
export const small = limit => steps('green', [limit / 3, 'orange'], [limit, 'red']);

/** Colours of a number that had better reach a limit. */
export const large = limit => steps('red', [limit, 'green']);

/** Colours of a number that had better be 0. */
export const none = steps('red', [0, 'green'], [Number.MIN_VALUE, 'red']);
