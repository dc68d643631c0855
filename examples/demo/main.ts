import { readDemoConfig } from './config.ts';
import { runDemo } from './run.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = (await runDemo(readDemoConfig(process.env, process.argv.slice(2)), print)) ? 0 : 1;
