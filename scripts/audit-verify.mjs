import './lib/node-version.mjs';
import { runOnSystem } from './lib/running-system.mjs';
import { runCommand } from './lib/say.mjs';

/** `npm run audit:verify`: goes through the whole audit chain and names the first line that does not hold. */
await runCommand(() => runOnSystem({ entry: 'worker/audit-verify/main.js', needs: ['DATABASE_URL'] }));
