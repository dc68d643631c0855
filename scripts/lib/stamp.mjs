import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * Makes something again only when what it is made from has changed. `inputs` are files and folders of the clone; one that does not exist
 * counts as empty. The stamp is written last: work that broke off is done again. Gives whether it was made.
 */
export const unlessUnchanged = async ({ inputs, stampFile, facts = [] }, make) => {
  const hash = await hashOf(inputs, facts);
  if ((await readText(stampFile)) === hash) return false;
  await make();
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, hash);
  return true;
};

export const readText = (file) => readFile(file, 'utf8').catch(() => undefined);

export const exists = (file) =>
  stat(file).then(
    () => true,
    () => false,
  );

const hashOf = async (inputs, facts) => {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const file of (await Promise.all(inputs.map(filesUnder))).flat().toSorted((one, other) => (one < other ? -1 : 1))) {
    hash.update(`\0${file}\0`).update(await readFile(inRoot(file)));
  }
  return hash.digest('hex');
};

const filesUnder = async (place) => {
  const found = await stat(inRoot(place)).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  const entries = await readdir(inRoot(place), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(inRoot(), path.join(entry.parentPath, entry.name)));
};
