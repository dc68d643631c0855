import { pino } from 'pino';
import { readConfig } from './config.ts';
import { startSimulator } from './simulator.ts';

const log = pino({ name: 'simulator' });
const simulator = await startSimulator(readConfig(process.env), log);

const stop = async (): Promise<void> => {
  await simulator.stop();
  log.info('simulator stopped');
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
