import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { answers, host } from './ports.mjs';
import { Trouble } from './say.mjs';

/** Without these the development server fires no timer before a second has passed, and puts every step on a grid of 50 ms. */
const promptTimers = [
  'history.timerProcessorMaxTimeShift="10ms"',
  'history.timerProcessorMaxPollRPS=5000',
  'history.timerProcessorMaxPollHostRPS=50000',
  'history.transferProcessorMaxPollRPS=5000',
  'history.transferProcessorMaxPollHostRPS=50000',
  'system.enableActivityEagerExecution=true',
];

const searchAttributes = {
  CaseNo: 'Keyword',
  CourtCode: 'Keyword',
  UnitCode: 'Keyword',
  ActionId: 'Keyword',
  Phase: 'Keyword',
  AwaitingActor: 'Keyword',
  NextDueAt: 'Datetime',
};

/** Numbers of the server's own protocol, which its generated types do not export by name. */
const indexedValueType = { Keyword: 2, Datetime: 6 };

const usualRetentionDays = 3650;

/**
 * Starts a Temporal server of our own. With a `dbFile` its state outlives it, else it is in memory. `settings` are dynamic configuration
 * values as `KEY=JSON`; the variable `LIANDONG_TEMPORAL_SETTINGS` adds more, parted by semicolons.
 */
export const startTemporal = async ({ binary, port, uiPort, dbFile, codecEndpoint, settings = [], processes, name = 'temporal' }) => {
  if (dbFile !== undefined) await mkdir(path.dirname(dbFile), { recursive: true, mode: 0o700 });
  const extra = (process.env.LIANDONG_TEMPORAL_SETTINGS ?? '').split(';').filter((setting) => setting.trim() !== '');
  const address = `${host}:${port}`;
  const flags = {
    '--ip': host,
    '--port': port,
    '--log-level': 'warn',
    ...(uiPort !== undefined && { '--ui-port': uiPort }),
    ...(dbFile !== undefined && { '--db-filename': dbFile }),
    ...(codecEndpoint !== undefined && { '--ui-codec-endpoint': codecEndpoint }),
  };
  const server = await processes.start({
    name,
    title: 'Temporal',
    command: binary,
    args: [
      ...['server', 'start-dev', ...(uiPort === undefined ? ['--headless'] : [])],
      ...Object.entries(flags).flatMap(([flag, value]) => [flag, String(value)]),
      ...Object.entries(searchAttributes).flatMap(([attribute, type]) => ['--search-attribute', `${attribute}=${type}`]),
      ...[...promptTimers, ...settings, ...extra].flatMap((setting) => ['--dynamic-config-value', setting.trim()]),
    ],
    isReady: async () => (await answers(port)) && (uiPort === undefined || (await answers(uiPort))) && prepareOwnNamespace(address),
  });
  return { server, address };
};

/**
 * Looks at a cluster that is not ours: it must answer, and is told of our search attributes. How long it keeps closed workflows is its
 * owner's affair; gives the days, for a warning.
 */
export const prepareForeignNamespace = async (address, namespace) => {
  const connection = await connect(address).catch((error) => {
    throw new Trouble(`TEMPORAL_ADDRESS=${address} 连不上：${error.message}`, ['检查地址和网络；需要密钥的集群请设 TEMPORAL_API_KEY']);
  });
  try {
    const missing = await missingSearchAttributes(connection, namespace);
    const types = Object.fromEntries(missing.map((attribute) => [attribute, indexedValueType[searchAttributes[attribute]]]));
    if (missing.length > 0) await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: types });
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    return { retentionDays: Math.floor(Number(config.workflowExecutionRetentionTtl.seconds) / 86_400), wantedDays: retentionDays() };
  } catch (error) {
    const names = Object.entries(searchAttributes).map(([attribute, type]) => `${attribute}=${type}`);
    throw new Trouble(`Temporal 命名空间 ${namespace} 未就绪：${error.message}`, [
      `请集群管理员建立命名空间，并登记检索属性 ${names.join(' ')}`,
    ]);
  } finally {
    await connection.close();
  }
};

const retentionDays = () => Number(process.env.LIANDONG_RETENTION_DAYS || usualRetentionDays);

/** Its own retention of closed workflows is one day; the history of a case is part of its file. */
const prepareOwnNamespace = async (address) => {
  const connection = await connect(address).catch(() => undefined);
  if (connection === undefined) return false;
  try {
    if ((await missingSearchAttributes(connection, 'default')).length > 0) return false;
    const config = { workflowExecutionRetentionTtl: { seconds: retentionDays() * 86_400 } };
    await connection.workflowService.updateNamespace({ namespace: 'default', config });
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
};

const missingSearchAttributes = async (connection, namespace) => {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return Object.keys(searchAttributes).filter((attribute) => !(attribute in customAttributes));
};

const connect = async (address) => {
  const { Connection } = await import('@temporalio/client');
  const apiKey = process.env.TEMPORAL_API_KEY;
  return Connection.connect({ address, connectTimeout: '5s', ...(apiKey && { apiKey, tls: true }) });
};
