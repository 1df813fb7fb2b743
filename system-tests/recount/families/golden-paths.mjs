// Software templates, by what people did in the portal.
import { cellsOf, collection, scopeKey } from '../cells.mjs';
import { firstUse } from '../facts.mjs';
import { figure, median, ratio } from '../figures.mjs';

export const kpis = [
  'template-opens', 'template-runs', 'template-conversion', 'template-retries', 'template-cancels', 'minutes-saved',
  'money-saved', 'days-to-first-run',
];

const DAY = 24 * 60 * 60 * 1000;
const SUMS = ['templateOpens', 'templateRuns', 'templateRetries', 'templateCancels', 'microMinutes'];

export function count(facts, frame) {
  const cellAt = cellsOf(facts, frame, SUMS);
  const of = read => (...place) => figure(read(cellAt(...place)), cellAt(...place).people.size);
  const openers = openersOf(facts, frame);
  const waits = waitsOf(facts, frame);
  return {
    'template-opens': of(cell => cell.templateOpens),
    'template-runs': of(cell => cell.templateRuns),
    'template-retries': of(cell => cell.templateRetries),
    'template-cancels': of(cell => cell.templateCancels),
    'minutes-saved': of(cell => cell.microMinutes / 1_000_000),
    'money-saved': of(cell => cell.microMinutes / 1_000_000 / 60 * facts.hourlyRate),
    'template-conversion': (...place) => {
      const { opened, ran } = openers.get(...place);
      return figure(ratio(ran, opened), opened);
    },
    'days-to-first-run': (...place) => {
      const days = waits.get(...place);
      return figure(median(days), days.length);
    },
  };
}

/** Cells of {opened, ran}: people who opened a template in the period, and those of them who also ran one in it. */
function openersOf(facts, frame) {
  const cells = collection(() => ({ opened: 0, ran: 0 }));
  for (const { team, feature, people } of facts.scopes.values()) {
    if (feature !== '*') continue;
    for (const additions of people.values()) {
      const opened = new Set();
      const ran = new Set();
      for (const { at, templateOpens, templateRuns } of additions) {
        if (templateOpens > 0) opened.add(frame.indexOf(at));
        if (templateRuns > 0) ran.add(frame.indexOf(at));
      }
      for (const index of opened) {
        if (index < 0) continue;
        const cell = cells.at(scopeKey(team, '*'), index);
        cell.opened++;
        if (ran.has(index)) cell.ran++;
      }
    }
  }
  return cells;
}

/** Cells of a list: for each person whose first run in the team falls in the period, days since their first event there. */
function waitsOf(facts, frame) {
  const cells = collection(() => []);
  for (const { team, feature, people } of facts.scopes.values()) {
    if (feature !== '*') continue;
    for (const [person, additions] of people) {
      const firstRun = additions.find(({ templateRuns }) => templateRuns > 0);
      const index = firstRun === undefined ? -1 : frame.indexOf(firstRun.at);
      if (index < 0) continue;
      cells.at(scopeKey(team, '*'), index).push((firstRun.at - firstUse(facts, team, '*', person)) / DAY);
    }
  }
  return cells;
}
