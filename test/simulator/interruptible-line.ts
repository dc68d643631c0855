import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut and mended, as a network or a database that goes away and comes back. */
export interface InterruptibleLine {
  readonly port: number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export const openLine = async (toPort: number): Promise<InterruptibleLine> => {
  const sockets = new Set<Socket>();
  let isCut = false;
  const join = (near: Socket): void => {
    if (isCut) return void near.destroy();
    const far = connect(toPort, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => void (other.destroy(), sockets.delete(one)));
    }
  };
  const server = createServer(join);
  const port = await listen(server, 0);
  return {
    port,
    cut: async () => {
      isCut = true;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: async () => {
      isCut = false;
      await listen(server, port);
    },
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
