import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';
import { Trouble } from './say.mjs';
import { exists } from './stamp.mjs';

/**
 * As whom PostgreSQL runs: it refuses to be root, so that root runs it as the user `postgres`, which is created where it does not exist.
 * Everybody else runs it as himself (no ids).
 */
export const postgresIds = async () => {
  if (os.userInfo().uid !== 0) return {};
  const known = (await idsOf('postgres')) ?? (await createUser());
  if (known === undefined) {
    throw new Trouble('PostgreSQL 不能以 root 身份运行，而系统中没有 postgres 用户，也未能创建', [
      '执行 useradd -m postgres 后重试，或改用普通用户，或用 DATABASE_URL 指向现有数据库',
    ]);
  }
  return known;
};

/** The binaries and the data where that user can reach them: a clone under a closed folder (such as /root) is closed to him. */
export const reachable = async (folder, ids, standIn) => {
  if (ids.uid === undefined || (await mayEnter(folder, ids))) return folder;
  return standIn();
};

/** A copy of a folder, made once. */
export const copyOnce = async (from, to) => {
  if (await exists(to)) return to;
  const fresh = `${to}.${process.pid}`;
  await mkdir(path.dirname(to), { recursive: true });
  await cp(from, fresh, { recursive: true, verbatimSymlinks: true });
  await rename(fresh, to).catch(() => rm(fresh, { recursive: true, force: true }));
  return to;
};

const idsOf = async (user) => {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, user])));
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
};

const createUser = async () => {
  await run('groupadd', ['postgres']);
  await run('useradd', ['-g', 'postgres', 'postgres']);
  return idsOf('postgres');
};

const mayEnter = async (folder, { uid, gid }) => {
  for (let place = path.resolve(folder); place !== path.dirname(place); place = path.dirname(place)) {
    const found = await stat(place).catch(() => undefined);
    if (found === undefined) continue;
    const needed = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if ((found.mode & needed) === 0) return false;
  }
  return true;
};
