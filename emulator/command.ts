import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { awsConfig, writePrivately } from './aws-config';
import { type EmulatedAws, startEmulatedAws } from './emulated-aws';
import { runProgram } from './toolkit/program';

const usage = `Starts an AWS organization on this machine. It lives until Ctrl-C or SIGTERM; nothing is kept.

emulated-aws [options]

  --port NUMBER     port on 127.0.0.1 (default: a free one)
  --region REGION   home region of the profiles (default: us-east-1)
  --config FILE     write the AWS configuration file there, and keep it up to date as accounts come and go
                    (default: print it once)
  --world SCRIPT    shell script of AWS CLI commands that builds an organization before anything is printed
  --issuer URL=ADDRESS
                    where an issuer of web identity tokens is reached, may be given several times:
                    https://app.terraform.io=http://127.0.0.1:4600
  --log FILE        one JSON line per request
  --help            this text

Without --world there is a management account and nothing else: \`aws organizations create-organization\` founds the organization.`;

/** Runs the command until a signal ends it; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> => runProgram(tryOptions(args), { usage, start, serve });

function start({ issuer, port, log }: Options): Promise<EmulatedAws> {
  const issuers = Object.fromEntries(issuer.map((each) => each.split('=') as [string, string]));
  return startEmulatedAws({ port: Number(port ?? 0), settings: { issuers }, ...(log && { logFile: log }) });
}

type Options = ReturnType<typeof parse>;

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      region: { type: 'string', default: 'us-east-1' },
      config: { type: 'string' },
      world: { type: 'string' },
      issuer: { type: 'string', multiple: true, default: [] },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;

/** The options, or what is wrong with them. */
function tryOptions(args: readonly string[]): Options | string {
  try {
    const options = parse(args);
    if (!/^\d{1,5}$/.test(options.port ?? '0') || Number(options.port ?? 0) > 65_535)
      return `--port ${options.port}: a port is a number up to 65535`;
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(options.region))
      return `--region ${options.region}: this is not the name of a region; one is eu-central-1`;
    const wrong = options.issuer.find((each) => !/^https:\/\/[^=]+=https?:\/\/[^=]+$/.test(each));
    if (wrong !== undefined) return `--issuer ${wrong}: must be URL=ADDRESS`;
    return options;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function serve(emulated: EmulatedAws, { region, config, world }: Options, ended: Promise<void>): Promise<number> {
  const text = () => awsConfig({ ...emulated, region, accounts: emulated.accounts() });
  const write = () => (config === undefined ? undefined : writePrivately(config, text()));
  write();
  emulated.onChange(write);
  if (world !== undefined && !(await build(world, { ...emulated.environment, AWS_DEFAULT_REGION: region }, ended)))
    return 1;
  process.stdout.write(
    config === undefined
      ? `${text()}\n# Save this as a file and name it in AWS_CONFIG_FILE.\n`
      : `export AWS_CONFIG_FILE='${config}'   # a profile per account: aws configure list-profiles\n`,
  );
  process.stdout.write(
    `# http://127.0.0.1:${emulated.port}, process ${process.pid}: Ctrl-C or kill ${process.pid} ends it.\n`,
  );
  await ended;
  return 0;
}

/** Runs the script that builds the world; false where it failed or was cut short. */
async function build(
  script: string,
  environment: Readonly<Record<string, string>>,
  ended: Promise<void>,
): Promise<boolean> {
  const child = spawn('sh', ['-eu', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const code = await Promise.race([
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
    ended.then(() => child.kill() && null),
  ]);
  if (code !== 0) process.stderr.write(`${script} did not build its world: it ended with ${code}\n`);
  return code === 0;
}
