import { errandRunner, type ErrandPorts } from './errands.ts';
import { createRecordActivities, type RecordPorts } from './record.ts';

/** Everything a worker can be asked to do, over the ports it is given. */
export const createActivities = (ports: Omit<RecordPorts, 'runErrand'> & ErrandPorts) =>
  createRecordActivities({ ...ports, runErrand: errandRunner(ports) });
