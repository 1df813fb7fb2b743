// What clickhouse-user.sql lets Grafana's user read.

/** Statements of a script, without comments. */
export const statementsOf = script => script.replaceAll(/^--.*$/gm, '').split(';').map(each => each.trim()).filter(each => each);

/** Grants of columns: {database, table, columns}. Any other grant but SHOW TABLES is an error. */
export const grantsOf = script => statementsOf(script).filter(each => each.startsWith('GRANT') && !each.startsWith('GRANT SHOW TABLES')).map(each => {
  const [, columns, database, table] = each.match(/^GRANT SELECT\(([a-z_, ]+)\) ON (\w+)\.(\w+) TO \w+$/) ?? (() => { throw new Error(each); })();
  return { database, table, columns: columns.split(', ') };
});

const GRANTED_SYSTEM = 'granted_system_';

/** SQL for a database that has nothing but what is granted. */
export const inGranted = sql => sql.replaceAll(/\bsystem\./g, GRANTED_SYSTEM);

/**
 * Makes a database that has nothing but what is granted: the tables with the granted columns and the same engine.
 *
 * @param run runs a statement in a database
 */
export async function makeGranted(run, script, source, target) {
  await run(source, `CREATE DATABASE ${target}`);
  const grants = grantsOf(script);
  for (const { database, table, columns } of grants.filter(each => each.database !== 'system')) {
    const [{ engine_full: engine }] = (await run(source, `SELECT engine_full FROM system.tables WHERE database = '${source}' AND name = '${table}'`, 'JSON')).data;
    await run(target, `CREATE TABLE ${target}.${table} ENGINE = ${engine} AS SELECT ${columns.join(', ')} FROM ${database === 'footlights' ? source : database}.${table}`);
  }
  for (const { table, columns } of grants.filter(each => each.database === 'system')) {
    await run(target, `CREATE TABLE ${target}.${GRANTED_SYSTEM}${table} ENGINE = Memory AS SELECT ${columns.join(', ')} FROM system.${table}`);
  }
}
