import { pino } from 'pino';
import { readConfig } from './config.ts';
import { startSimulator } from './simulator.ts';

const log = pino({ name: 'simulator' });
const started = startSimulator(readConfig(process.env), log);

const stop = async (): Promise<void> => {
  await (await started).stop();
  log.info('simulator stopped');
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

await started;
