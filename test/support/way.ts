import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The way to a server, which can be shut, broken and blocked: what happens to networks and to servers that die. */
export class Way {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private blocked = false;
  private port = 0;

  constructor(private readonly to: { readonly host: string; readonly port: number }) {}

  /** Opens it, at the same place each time. */
  async open(): Promise<number> {
    this.blocked = false;
    const server = createServer((near) => this.join(near));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    return this.port;
  }

  /** Refuses whoever comes, and loses whoever is on it. */
  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.server = undefined;
    this.break();
    await closed;
  }

  /** Loses whoever is on it; they may come again. */
  break(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Lets nothing through, and says nothing. */
  block(): void {
    this.blocked = true;
  }

  private join(near: Socket): void {
    const far = connect(this.to);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from
        .on('data', (bytes) => !this.blocked && to.write(bytes))
        .on('error', () => {})
        .on('close', () => {
          this.sockets.delete(from);
          to.destroy();
        });
    }
  }
}
