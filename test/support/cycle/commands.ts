import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsConfig, writePrivately } from '../../../emulator/aws-config';
import type { EmulatedAws } from '../../../emulator/emulated-aws';

/** How a command ended, and what it said. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** Names a folder that everything that was run is written into, for the pages that show it. */
const { LANDING_ZONE_TRANSCRIPT: transcript } = process.env;

/** Runs programs as a person does who works in a project, with credentials of the management account of an emulated AWS. */
export class Commands {
  private readonly env: NodeJS.ProcessEnv;
  private ran = 0;

  /**
   * @param project the folder that commands run in
   * @param region of the profiles
   */
  constructor(
    private readonly project: string,
    private readonly aws: EmulatedAws,
    private readonly region: string,
  ) {
    const plain = Object.entries(process.env).filter(([name]) => !/^(AWS_|TF_|CDKTF_)/.test(name));
    // Providers live for seconds here: they need neither collect garbage nor encrypt what they say to their parent.
    const fast = { GOGC: '800', TF_DISABLE_PLUGIN_TLS: '1', NODE_OPTIONS: '', NO_COLOR: '1' };
    this.env = { ...Object.fromEntries(plain), ...aws.environment, ...fast };
  }

  /** A command of the landing zone. */
  landingZone = (...args: readonly string[]): Promise<Said> =>
    this.run(process.execPath, ['cli/bin.mjs', ...args], this.env);

  /** The AWS CLI, as an administrator of an account: the role that made the account, which is exempt where policies would hinder it. */
  awsCli(account: string, region: string, args: readonly string[]): Promise<Said> {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, ...env } = this.env;
    const config = join(this.project, 'aws-config');
    writePrivately(config, awsConfig({ ...this.aws, region: this.region, accounts: this.aws.accounts() }));
    const own = {
      AWS_CONFIG_FILE: config,
      AWS_PROFILE: account,
      AWS_DEFAULT_REGION: region,
      AWS_PAGER: '',
      HOME: this.project,
    };
    return this.run('aws', args, { ...env, ...own });
  }

  /** Any other program. */
  other = (program: string, args: readonly string[], folder: string): Promise<Said> =>
    this.run(program, args, this.env, folder);

  private async run(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd = this.project) {
    const said = await ran(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.ran += 1;
    if (transcript) {
      mkdirSync(transcript, { recursive: true });
      const head = `${program} ${args.join(' ')}\n${said.code}, ${said.seconds.toFixed(1)} s`;
      const file = `${String(this.ran).padStart(3, '0')}-${args.slice(program === 'aws' ? 0 : 1, 3).join('-')}.txt`;
      writeFileSync(join(transcript, file.replace(/[^\w.-]/g, '_')), `${head}\n\n${said.stdout}\n${said.stderr}`);
    }
    return said;
  }
}

function ran(program: string, args: readonly string[], options: SpawnOptions): Promise<Said> {
  const began = performance.now();
  const child = spawn(program, args, options);
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (data) => {
      text[name] += data;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, ...text, seconds: (performance.now() - began) / 1000 }));
  });
}
