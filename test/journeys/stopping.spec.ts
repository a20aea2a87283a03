import { once } from 'node:events';
import { connect } from 'node:net';
import { startServer } from '../support/server.js';

describe('A server that is told to stop', () => {
  it('still answers what has begun to arrive', async () => {
    const server = await startServer();
    await server.app.listen(0, '127.0.0.1');
    const { port } = new URL(await server.app.getUrl());
    const socket = connect(Number(port), '127.0.0.1');
    let answered = '';
    socket.on('data', (bytes) => (answered += String(bytes)));
    const ended = once(socket, 'close');

    // Once the first is answered, the beginning of the second has arrived, too.
    socket.write(`${REQUEST}\r\n${REQUEST}`);
    await once(socket, 'data');
    const stopped = server.stop();
    socket.write('\r\n');
    await Promise.all([ended, stopped]);

    expect(answered.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    expect(answered).toMatch(/connection: close/i);
  });
});

const REQUEST = 'GET /health HTTP/1.1\r\nhost: localhost\r\n';
