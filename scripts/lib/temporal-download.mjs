import { TestWorkflowEnvironment } from '@temporalio/testing';

/** Has the SDK download its server into a folder; the SDK does that only on the way to starting one. */
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir: process.argv[2] } },
});
await environment.teardown();
