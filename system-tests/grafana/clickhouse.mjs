// Runs queries of the ClickHouse data source: variables, then the plugin's macros, then HTTP.

const seconds = time => Math.floor(time.getTime() / 1000);
const timeText = time => `toDateTime(${seconds(time)})`;

const MACROS = {
  fromTime: scope => timeText(scope.from),
  toTime: scope => timeText(scope.to),
  timeFilter: (scope, column) => `${column} >= ${timeText(scope.from)} AND ${column} <= ${timeText(scope.to)}`,
  timeInterval: (scope, column) => `toStartOfInterval(toDateTime(${column}), INTERVAL ${Math.max(1, scope.intervalSeconds)} second)`,
};

/** SQL as it reaches ClickHouse. */
export const sqlOf = (target, scope) => scope.fill(target.rawSql).replaceAll(/\$__(\w+)(?:\(([^()]*)\))?/g, (all, name, argument) => {
  if (!MACROS[name]) {
    throw new Error(`no macro ${all}`);
  }
  return MACROS[name](scope, argument);
});

/** A statement's answer as {names, types, rows}; null when it has none. */
export async function ask(clickhouse, database, sql, format = 'JSONCompact') {
  const response = await fetch(`${clickhouse}/?database=${database}&default_format=${format}`, { method: 'POST', body: sql });
  const body = await response.text();
  if (!response.ok) {
    throw new Error(`${body}\nfor: ${sql}`);
  }
  return body.trim() === '' ? null : JSON.parse(body);
}

/** Runs a query and gives a frame; numbers that come as text are numbers. */
export async function runClickHouse(target, scope, clickhouse, database, rewrite = sql => sql) {
  if (target.editorType !== 'sql' || !['timeseries', 'table'].includes(target.queryType) || target.format !== (target.queryType === 'table' ? 1 : 0)) {
    throw new Error('not SQL for a table or series');
  }
  const answer = await ask(clickhouse, database, rewrite(sqlOf(target, scope)));
  if (target.queryType === 'timeseries' && !/^DateTime/.test(answer.meta[0].type)) {
    throw new Error(`the first column of a series is ${answer.meta[0].type}`);
  }
  const fields = Object.fromEntries(answer.meta.map(({ name, type }, index) =>
    [name, answer.data.map(row => (/Int|Float/.test(type) && row[index] !== null ? Number(row[index]) : row[index]))]));
  return { fields, length: answer.data.length, seen: Object.keys(fields) };
}
