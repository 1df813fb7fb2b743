// A ClickHouse engine of its own whose only user may do what clickhouse-user.sql lets Grafana's do: real grants, really enforced.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statementsOf } from './grants.mjs';

const JAR = fileURLToPath(new URL('../../deploy/local/target/local.jar', import.meta.url));
const OPTIONS = ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'];
const PATIENCE = 120_000;

/** Settings of the script's profile: {name, value, max}; max only where there is one. */
export const settingsOf = script => {
  const profile = statementsOf(script).find(each => each.startsWith('CREATE SETTINGS PROFILE'));
  return profile.split(/\bSETTINGS\b/).at(-1).split(',').map(each => {
    const [, name, value, max] = each.trim().match(/^(\w+) = (\d+)(?: MAX (\d+))?$/) ?? (() => { throw new Error(each); })();
    return { name, value, max };
  });
};

/** The script as the engine's file of users: the same grants and settings, for its user `default`. */
export function usersXml(script) {
  const settings = settingsOf(script);
  const limits = settings.filter(each => each.max).map(({ name, max }) => `<${name}><max>${max}</max></${name}>`).join('');
  const grants = statementsOf(script).filter(each => each.startsWith('GRANT')).map(each => `<query>${each.replace(/ TO \w+$/, '')}</query>`).join('');
  return `<clickhouse>
<profiles><default>${settings.map(({ name, value }) => `<${name}>${value}</${name}>`).join('')}<constraints>${limits}</constraints></default></profiles>
<quotas><default/></quotas>
<users><default><password/><networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota><grants>${grants}</grants></default></users>
</clickhouse>`;
}

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const ended = child => new Promise(resolve => child.once('exit', resolve));

/** An engine on a folder of its own; Java is what JAVA_HOME or the path names. */
export class GrantedEngine {
  #folder = mkdtempSync(join(tmpdir(), 'footlights-granted-'));
  #java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  #child;
  #output = '';

  /** Makes Footlights' tables, then starts again as the restricted user. */
  async start(script, prepare) {
    await this.#run('open');
    await this.#migrate();
    await prepare(this.url);
    await this.#stop();
    const restricted = this.#place('restricted');
    writeFileSync(join(restricted, 'config.xml'), '<clickhouse><users_config>users.xml</users_config></clickhouse>');
    writeFileSync(join(restricted, 'users.xml'), usersXml(script));
    await this.#run('restricted');
  }

  async close() {
    await this.#stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #place(name) {
    const place = join(this.#folder, name);
    mkdirSync(place, { recursive: true });
    return place;
  }

  /** The engine reads config.xml of the folder that it is started in. */
  async #run(name) {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const program = ['-Xmx256m', '-cp', JAR, 'dev.footlights.local.clickhouse.EmbeddedClickHouse', '--data', join(this.#folder, 'data'), '--port', String(port)];
    const child = this.#spawn(program, this.#place(name));
    this.#child = child;
    process.once('exit', () => child.kill());
    for (const end = Date.now() + PATIENCE; ;) {
      if (await fetch(`${this.url}/ping`).then(response => response.ok, () => false)) {
        return;
      }
      if (this.#child.exitCode !== null || Date.now() > end) {
        throw new Error(`the engine doesn't answer:\n${this.#output}`);
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  async #migrate() {
    const status = await ended(this.#spawn(['-jar', JAR, 'migrate'], this.#folder, { FOOTLIGHTS_CLICKHOUSE_URL: `jdbc:ch://${new URL(this.url).host}` }));
    if (status !== 0) {
      throw new Error(`no tables:\n${this.#output}`);
    }
  }

  async #stop() {
    if (this.#child?.exitCode === null) {
      const end = ended(this.#child);
      this.#child.kill();
      await end;
    }
  }

  #spawn(program, cwd, environment = {}) {
    const child = spawn(this.#java, [...OPTIONS, ...program], { cwd, env: { ...process.env, FOOTLIGHTS_CLICKHOUSE_LIBRARY: '', ...environment } });
    [child.stdout, child.stderr].forEach(stream => stream.on('data', text => { this.#output += text; }));
    return child;
  }
}
