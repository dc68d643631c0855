import net from 'node:net';
import { Trouble } from './say.mjs';

/** The doors of a system on one machine: what each is for, the variable that moves it, and where it is else. */
const doors = {
  postgres: { title: 'PostgreSQL 数据库', variable: 'LIANDONG_PG_PORT', usual: 15432 },
  temporal: { title: 'Temporal 服务', variable: 'LIANDONG_TEMPORAL_PORT', usual: 17233 },
  temporalUi: { title: 'Temporal 界面', variable: 'LIANDONG_TEMPORAL_UI_PORT', usual: 18233 },
  api: { title: '联动接口', variable: 'LIANDONG_API_PORT', usual: 18080 },
  simulator: { title: '成员单位模拟器', variable: 'LIANDONG_SIMULATOR_PORT', usual: 18090 },
};

export const host = '127.0.0.1';

/** The ports of this start, from the environment or as usual. */
export const portsFrom = (env) => {
  const ports = Object.fromEntries(Object.entries(doors).map(([name, { variable, usual }]) => [name, Number(env[variable] || usual)]));
  const wrong = Object.keys(doors).filter((name) => !Number.isInteger(ports[name]) || ports[name] < 1 || ports[name] > 65_535);
  if (wrong.length > 0)
    throw new Trouble(
      '端口号应为 1 至 65535 的整数',
      wrong.map((name) => `请改 ${doors[name].variable}`),
    );
  const twice = Object.keys(doors).filter((name) => Object.values(ports).filter((port) => port === ports[name]).length > 1);
  if (twice.length > 0)
    throw new Trouble(
      '两处用了同一个端口',
      twice.map((name) => `${doors[name].variable}=${ports[name]}（${doors[name].title}）`),
    );
  return ports;
};

/** Names every door that somebody else stands in, at once, and how to move it. */
export const refuseBusyPorts = async (ports, names) => {
  const free = await Promise.all(names.map((name) => isFree(ports[name])));
  const busy = names.filter((_name, index) => !free[index]);
  if (busy.length === 0) return;
  throw new Trouble(
    `端口已被其他程序占用：${busy.map((name) => `${ports[name]}（${doors[name].title}）`).join('、')}`,
    busy.map(
      (name) =>
        `换一个端口：${doors[name].variable}=${ports[name] + 10_000 > 65_535 ? ports[name] - 1000 : ports[name] + 10_000} npm start；或先停掉占用 ${ports[name]} 的程序`,
    ),
  );
};

/** As many free ports as asked for, all different. */
export const freePorts = async (count) => {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map(close));
  return ports;
};

/** Whether somebody answers at the door. */
export const answers = (port, at = host) =>
  new Promise((resolve) => {
    const socket = net.connect({ port, host: at, timeout: 3000 });
    const end = (isOpen) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });

const isFree = async (port) => {
  const server = await listen(port).catch(() => undefined);
  if (server !== undefined) await close(server);
  return server !== undefined;
};

const listen = (port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject).listen(port, host, () => resolve(server));
  });

const close = (server) => new Promise((resolve) => server.close(resolve));
