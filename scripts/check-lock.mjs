import { readFile } from 'node:fs/promises';
import { inRoot } from './lib/paths.mjs';
import { runCommand, say, Trouble } from './lib/say.mjs';

/** A lock file written where an index is incomplete installs nowhere else: every optional part it names must be in it. */
await runCommand(async () => {
  const { packages } = JSON.parse(await readFile(inRoot('package-lock.json'), 'utf8'));
  const entries = Object.entries(packages);
  const names = new Set(entries.map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  const missing = entries.flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${place} → ${name}`),
  );
  const addressed = entries.filter(([, { resolved }]) => /^https?:/.test(resolved ?? '')).map(([place]) => place);
  const temporal = entries.filter(([place]) => /^node_modules\/@temporalio\//.test(place)).map(([place, { version }]) => [place, version]);
  const odd = temporal.filter(([, version]) => version !== temporal[0]?.[1]).map(([place]) => place);
  const faults = [
    ...missing.map((fault) => `锁文件缺少可选部件：${fault}`),
    ...addressed.map((place) => `锁文件带有下载地址：${place}`),
    ...odd.map((place) => `Temporal 各包版本不一致：${place}`),
  ];
  if (faults.length > 0) throw new Trouble(faults.join('\n'));
  say(`锁文件完整，共 ${entries.length} 项`);
});
