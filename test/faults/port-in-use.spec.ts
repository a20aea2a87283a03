import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { temporaryDirectory } from '../contracts/temporary-directory.js';

it('A server whose port is in use says so, and ends', async () => {
  const { path, remove } = temporaryDirectory();
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = String((other.address() as AddressInfo).port);
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { PATH: process.env.PATH, THROUGHLINE_DATA: path, THROUGHLINE_PORT: port, THROUGHLINE_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`127.0.0.1:${port}`) });
  } finally {
    child.kill('SIGKILL');
    other.close();
    remove();
  }
});
