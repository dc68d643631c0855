import './lib/node-version.mjs';
import { runOnSystem } from './lib/running-system.mjs';
import { runCommand } from './lib/say.mjs';

/** `npm run reconcile`: holds engine, record and audit chain against each other and names every difference. */
await runCommand(() =>
  runOnSystem({ entry: 'worker/reconcile/main.js', needs: ['DATABASE_URL', 'TEMPORAL_ADDRESS'], keys: ['LIANDONG_CODEC_KEYS'] }),
);
