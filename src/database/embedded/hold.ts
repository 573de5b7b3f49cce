/** Who has the embedded database of a data directory: one process at a time starts, keeps and stops it. */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives what to call to let go, or null where another process holds it. The system itself lets go for a killed process. */
export async function takeHold(dataDir: string): Promise<(() => Promise<void>) | null> {
  const name = `pochi-${createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 32)}`;
  // A listening socket can't be held by two, nor by the dead. Linux has names for them outside the file system.
  const path = process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  const server = (await listen(path)) ?? ((await isDead(path)) ? await listen(path) : null);
  return server && (() => new Promise((resolve) => server.close(() => resolve())));
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server.unref()));
  });
}

/** Removes the socket file that a killed process left where sockets are files. */
async function isDead(path: string): Promise<boolean> {
  const refused = await new Promise<boolean>((resolve) => {
    const socket = createConnection(path, () => resolve(false));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
    socket.once('close', () => socket.destroy());
  });
  if (refused && !path.startsWith('\0')) await rm(path, { force: true });
  return refused;
}
