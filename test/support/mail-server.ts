import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail as it came in. */
export interface Arrived {
  readonly from: string;
  readonly to: string;
  /** Headers and text. */
  readonly content: string;
}

/** A mail server on this machine that takes everything, but for as many mails as it is told to refuse, saying whose. */
export async function startMailServer() {
  const arrived: Arrived[] = [];
  let refusals = 0;
  const server = createServer((socket) => void converse(socket));

  async function converse(socket: Socket): Promise<void> {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [from, to] = ['', ''];
    let content: string[] | undefined;
    say('220 ready');
    for await (const line of createInterface({ input: socket })) {
      if (content && line !== '.') content.push(line);
      else if (content) {
        arrived.push({ from, to, content: content.join('\n') });
        content = undefined;
        say('250 taken');
      } else if (line.startsWith('MAIL FROM:')) {
        from = line.slice(10);
        say('250 ok');
      } else if (line.startsWith('RCPT TO:')) {
        to = line.slice(8);
        say(refusals-- > 0 ? `451 ${to} later` : '250 ok');
      } else if (line === 'DATA') {
        content = [];
        say('354 go on');
      } else say(line === 'QUIT' ? '221 bye' : '250 ok');
    }
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    refuse: (count: number) => void (refusals = count),
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
