// How far people come: /funnel over steps, in each team - steps of few people, and after which too few were lost, are withheld - and /templates/funnel, of the whole organisation.
import { scopeKey } from '../cells.mjs';
import { median } from '../figures.mjs';
import { frameOf } from '../frame.mjs';
import { listUrl } from '../lists.mjs';

const FUNNELS = [
  ['search', 'software-catalog'],
  ['templates:open', 'templates:create'],
  ['*', 'templates:open', 'templates:step-1', 'templates:create'],
  ['software-catalog', 'search', 'software-catalog:navigate'],
];
const AROUND_STEPS = { before: ['open'], after: ['create'] };
const BESIDE = { restarts: 'restart', retries: 'retried', cancels: 'cancelled' };

export async function differences(facts, question, fetchRows) {
  const frame = frameOf({ ...question, granularity: 'total' });
  const parts = [];
  for (const steps of FUNNELS) parts.push(await funnelDifferences(facts, frame, question, steps, fetchRows));
  parts.push(await templateDifferences(facts, frame, question, fetchRows));
  return { found: parts.flatMap(part => part.found), compared: parts.reduce((sum, part) => sum + part.compared, 0) };
}

async function funnelDifferences(facts, frame, question, steps, fetchRows) {
  const rows = await fetchRows(listUrl(question, 'funnel', { from: question.from, groupBy: 'team', steps: steps.join(',') }));
  const answered = new Map(rows.map(row => [`${row.team} ${row.number}`, row]));
  const found = [];
  let compared = 0;
  for (const team of new Set([...facts.scopes.values()].map(scope => scope.team))) {
    const waits = waitsOf(peopleOf(facts, team), frame, steps);
    let before = 0;
    for (const [index, step] of steps.entries()) {
      compared++;
      const key = `${team} ${index + 1}`;
      const row = answered.get(key);
      answered.delete(key);
      const people = waits[index].length;
      const told = row === undefined ? 'no row' : row.withheld ? 'withheld' : `${row.people}, median ${row.medianSeconds}`;
      const few = isFew(people, question.floor);
      const fewLost = isFew(before - people, question.floor);
      const counted = few || fewLost ? 'withheld' : reached(waits[index], index);
      const because = few ? 'few-people' : 'neighbours';
      // A step that enough reached may be withheld only with a reason of its own, so that one of few can't be worked out;
      // one that nobody reached only where nothing is told of the feature.
      const forOthers = told === 'withheld' && question.floor > 1 && (people > 0 || await isSilent(question, team, step, fetchRows));
      const isRight = told === 'withheld' ? (few || forOthers) && row.withheldBecause === because : told === counted;
      if (!isRight) {
        const answered = row?.withheld ? `withheld (${row.withheldBecause})` : told;
        found.push({ funnel: steps.join(' → '), team, step, counted: few ? `withheld (${because})` : counted, answered });
      }
      if (told !== 'withheld') before = people;
    }
  }
  for (const row of answered.values()) {
    compared++;
    if (row.people !== 0) found.push({ funnel: steps.join(' → '), team: row.team, step: row.step, counted: '0', answered: row.people });
  }
  return { found, compared };
}

/** Whether the KPI says nothing of a step's feature in a team either. */
async function isSilent(question, team, step, fetchRows) {
  const rows = await fetchRows(listUrl(question, 'kpis/active-users', { from: question.from, team, feature: step.split(':')[0], granularity: 'total' }));
  return rows.some(row => row.withheld === true);
}

function isFew(people, floor) {
  return people > 0 && people < floor;
}

function reached(waits, index) {
  const middle = index === 0 ? null : median(waits);
  return `${waits.length}, median ${middle === null ? null : middle / 1000}`;
}

/** For each step, how many milliseconds those who reached it took from the one before. */
function waitsOf(people, frame, steps) {
  const waits = steps.map(() => []);
  for (const additions of people.values()) {
    const here = additions.filter(({ at }) => frame.indexOf(at) === 0);
    let before = -Infinity;
    for (let index = 0; index < steps.length; index++) {
      const touch = here.find(addition => isStep(addition, steps[index]));
      if (touch === undefined || touch.at < before) break;
      waits[index].push(index === 0 ? 0 : touch.at - before);
      before = touch.at;
    }
  }
  return waits;
}

function isStep(addition, step) {
  const [feature, action] = step.split(':');
  return (feature === '*' || feature === addition.feature) && (action === undefined || action === deedOf(addition));
}

/** What somebody did: clicks in forms of templates have names of their own. */
function deedOf({ scaffolder, action, subject }) {
  if (!scaffolder || action !== 'click') return action;
  if (subject === 'Template has been opened') return 'open';
  if (subject === 'Task has been started over') return 'restart';
  const step = /^Next Step \((\d{1,3})\)$/.exec(subject);
  return step === null ? action : `step-${step[1]}`;
}

async function templateDifferences(facts, frame, question, fetchRows) {
  const rows = await fetchRows(listUrl(question, 'templates/funnel', { from: question.from }));
  const answered = new Map(rows.map(row => [row.template, row]));
  const withOutcome = new Set(facts.outcomes.map(({ template }) => template));
  const found = [];
  let compared = 0;
  for (const [template, stages] of stagesOf(peopleOf(facts, 'org'), frame)) {
    const people = new Set([...stages.values()].flatMap(stage => [...stage.people]));
    const row = answered.get(template);
    answered.delete(template);
    compared++;
    if (row === undefined) {
      if (people.size >= question.floor) found.push({ template, counted: `${people.size} people`, answered: 'no row' });
      continue;
    }
    if (people.size < question.floor && !withOutcome.has(template)) {
      found.push({ template, counted: 'too few people to name it', answered: 'a row' });
    }
    const told = toldStages(row);
    const counted = new Map([...orderedStages(stages), ...Object.values(BESIDE)].map(stage => [stage, tally(stages.get(stage), question.floor)]));
    for (const stage of new Set([...told.keys(), ...counted.keys()])) {
      compared++;
      if (told.get(stage) !== counted.get(stage)) {
        found.push({ template, stage, counted: counted.get(stage) ?? 'no stage', answered: told.get(stage) ?? 'no stage' });
      }
    }
  }
  for (const template of answered.keys()) {
    compared++;
    if (!withOutcome.has(template)) found.push({ template, counted: 'nothing', answered: 'a row' });
  }
  return { found, compared };
}

/** How tasks ended is known by other means, and compared as KPIs. */
function toldStages(row) {
  const told = new Map();
  for (const stage of row.stages) if (stage.stage !== 'completed') told.set(stage.stage, tellingOf(stage));
  for (const [name, stage] of Object.entries(BESIDE)) told.set(stage, tellingOf(row[name]));
  return told;
}

function tellingOf({ people, events, withheld }) {
  return withheld ? 'withheld' : `${events} by ${people}`;
}

function tally(stage, floor) {
  if (stage === undefined) return '0 by 0';
  return stage.people.size < floor ? 'withheld' : `${stage.events} by ${stage.people.size}`;
}

/** The stages that a funnel always has, with the steps of the form between them. */
function orderedStages(stages) {
  return [...AROUND_STEPS.before, ...[...stages.keys()].filter(stage => stage.startsWith('step-')), ...AROUND_STEPS.after];
}

/** Per template and stage {people, events}. */
function stagesOf(people, frame) {
  const templates = new Map();
  for (const [person, additions] of people) {
    for (const addition of additions) {
      const stage = deedOf(addition);
      const known = /^(open|create|restart|retried|cancelled|step-\d+)$/.test(stage);
      const times = stage === 'create' ? addition.templateRuns : 1;
      if (addition.template === '' || !known || times === 0 || frame.indexOf(addition.at) !== 0) continue;
      if (!templates.has(addition.template)) templates.set(addition.template, new Map());
      const stages = templates.get(addition.template);
      if (!stages.has(stage)) stages.set(stage, { people: new Set(), events: 0 });
      stages.get(stage).people.add(person);
      stages.get(stage).events += times;
    }
  }
  return templates;
}

function peopleOf(facts, team) {
  return facts.scopes.get(scopeKey(team, '*'))?.people ?? new Map();
}
