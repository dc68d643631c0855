import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone this script lies in, wherever it was called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

export const inRoot = (...parts) => path.join(root, ...parts);

/** What a running system keeps between two starts: databases, keys, logs. */
export const stateDir = inRoot('.liandong');

/** A variable that is set but empty counts as not set, as the XDG rules say. */
export const homeDir = () => process.env.HOME || os.userInfo().homedir;

/** Outside the clone, so that every clone of one user, and CI, share what takes minutes to make. */
export const cacheDir = () => path.join(process.env.XDG_CACHE_HOME || path.join(homeDir(), '.cache'), 'liandong');
