import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runProgram } from '../toolkit/program';
import { type HcpDouble, startHcpDouble } from './hcp-double';
import { TerraformEngine } from './runs/terraform-engine';

const usage = `Starts a double of HCP Terraform on this machine. It lives until Ctrl-C or SIGTERM; nothing is kept.

hcp-double [options]

  --port NUMBER         port on 127.0.0.1 (default: a free one)
  --organization NAME   name of the one organization (default: example)
  --hostname NAME       name by which Terraform knows it (default: app.terraform.io)
  --terraform PROGRAM   executes runs (default: terraform; "none" executes none)
  --providers FILE      CLI configuration of Terraform with the provider_installation of runs
                        (default: what TF_CLI_CONFIG_FILE names; without it, they ask the registry)
  --env NAME=VALUE      environment of every run, may be given several times
  --slots NUMBER        runs that plan or apply at the same time (default: 1)
  --rate NUMBER         requests of one user in a second (default: 30)
  --config FILE         writes the CLI configuration for clients there (default: prints it)
  --log FILE            one JSON line per request
  --help                this text`;

/** Runs the command until a signal ends it; answers the exit code. */
export const run = (args: readonly string[]): Promise<number> =>
  runProgram(tryOptions(args), {
    usage,
    start,
    serve: async (double, { config }, ended) => {
      tell(double, config);
      await ended;
      return 0;
    },
  });

type Options = ReturnType<typeof parse>;

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      organization: { type: 'string', default: 'example' },
      hostname: { type: 'string', default: 'app.terraform.io' },
      terraform: { type: 'string', default: 'terraform' },
      providers: { type: 'string' },
      env: { type: 'string', multiple: true, default: [] },
      slots: { type: 'string', default: '1' },
      rate: { type: 'string', default: '30' },
      config: { type: 'string' },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;

/** The options, or what is wrong with them. */
function tryOptions(args: readonly string[]): Options | string {
  try {
    const options = parse(args);
    for (const name of ['port', 'slots', 'rate'] as const)
      if (!/^\d{1,5}$/.test(options[name]))
        return `--${name} ${options[name]}: must be a number of five digits at most`;
    if (options.providers !== undefined && !existsSync(options.providers))
      return `--providers ${options.providers}: there is no such file`;
    const wrong = options.env.find((each) => !/^\w+=/.test(each));
    return wrong === undefined ? options : `--env ${wrong}: must be NAME=VALUE`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function start(options: Options): Promise<HcpDouble> {
  const { organization, hostname, slots, rate, terraform, log, env } = options;
  const ambient = process.env.TF_CLI_CONFIG_FILE;
  const providers = options.providers ?? (ambient && existsSync(ambient) ? ambient : undefined);
  return startHcpDouble({
    settings: { organization, hostname, slots: Number(slots), requestsPerSecond: Number(rate) },
    port: Number(options.port),
    ...(terraform !== 'none' && { engine: new TerraformEngine(terraformAt(terraform)) }),
    ...(providers && { cliConfig: readFileSync(providers, 'utf8') }),
    environment: Object.fromEntries(env.map((each) => [each.split('=')[0], each.slice(each.indexOf('=') + 1)])),
    ...(log && { logFile: log }),
  });
}

/** A program with its version, which it tells itself. */
function terraformAt(program: string): { readonly program: string; readonly version: string } {
  const text = execFileSync(program, ['version', '-json'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { program, version: (JSON.parse(text) as { terraform_version: string }).terraform_version };
}

function tell({ address, tokens, settings, cliConfig }: HcpDouble, file: string | undefined): void {
  const text = cliConfig(tokens.owners);
  if (file !== undefined) writeFileSync(file, text, { mode: 0o600 });
  process.stdout.write(
    [
      file === undefined
        ? `${text}# Save this as a file and name it in TF_CLI_CONFIG_FILE.`
        : `export TF_CLI_CONFIG_FILE='${file}'`,
      `export TFE_TOKEN=${tokens.owners}          # of the owners team, for the tfe provider and scripts`,
      `# organization ${settings.organization}; a user's token: ${tokens.user}; the organization's: ${tokens.organization}`,
      `# ${address}/api/v2/, process ${process.pid}: Ctrl-C or kill ${process.pid} ends it.`,
      '',
    ].join('\n'),
  );
}
