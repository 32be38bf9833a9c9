import { type ChildProcess, spawn } from 'node:child_process';

/** moto_server as a process that ends when this one does, however this one ends. */
export interface MotoProcess {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Runs moto_server and waits for the end of a pipe beside it. The other end is held here, so that the system closes it even where
 * this process is killed and can do nothing any more.
 */
const watched = `
command -v moto_server >/dev/null || exit 127
moto_server -H 127.0.0.1 -p 0 3<&- &
moto=$!
{ cat <&3 >/dev/null; kill -9 $moto; } 2>/dev/null &
wait $moto`;

/** Starts moto_server on a free loopback port and waits until it listens. */
export async function startMotoProcess(): Promise<MotoProcess> {
  const child = spawn('/bin/sh', ['-c', watched], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', S3_IGNORE_SUBDOMAIN_BUCKETNAME: 'true' },
    // Ctrl-C goes to the whole group of the terminal; moto has to answer until the gateway is closed.
    detached: true,
  });
  return { port: await listeningPort(child), close: () => stop(child) };
}

/** moto prints its port once it listens, in the first lines of its error stream. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(code === 127 ? notFound : `moto_server exited with ${code} before it listened:\n${output}`)),
    );
    child.stderr?.on('data', (chunk: Buffer) => {
      if (output.length > 10_000) return;
      output += chunk.toString();
      const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

const notFound =
  "moto_server not found on PATH: the emulated AWS needs it for S3, IAM, KMS and others. Install it with `pipx install 'moto[server]'` or `pip install 'moto[server]'`.";

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdio[3]?.destroy();
  });
}
