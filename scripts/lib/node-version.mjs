import { readFileSync } from 'node:fs';

/* Imported first by every command, and written for any Node that knows modules: an old one would stumble over what comes after. */

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The one form of range that `engines` uses: `^major.minor.patch`. */
const isWithin = (range, version) => {
  const [major, minor, patch] = range.trim().replace('^', '').split('.').map(Number);
  const [ownMajor, ownMinor, ownPatch] = version.split('.').map(Number);
  return ownMajor === major && (ownMinor > minor || (ownMinor === minor && ownPatch >= patch));
};

if (!engines.node.split('||').some((range) => isWithin(range, process.versions.node))) {
  console.error(`未能完成：本机 Node.js 是 ${process.versions.node}，本系统需要 ${engines.node}`);
  console.error('  → 请安装 Node.js 24（长期支持版）');
  process.exit(1);
}
