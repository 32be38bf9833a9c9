// Terraform as far as a deployment uses it: it plans what the JSON has and the state has not, and applies what was planned.
const { createHash } = require('node:crypto');
const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { gzipSync } = require('node:zlib');

const [command, ...args] = process.argv.slice(2);
const stack = basename(process.cwd());
const { FAKE_FOLDER: folder } = process.env;
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const tell = (name) => existsSync(join(folder, `${name}-${stack}`));

if (command === 'version') {
  console.log('Terraform v1.11.4');
  process.exit(0);
}
appendFileSync(join(folder, 'calls'), `${command} ${stack}\n`);

const configuration = read('cdk.tf.json');
const stateFile = configuration.terraform.backend.local.path;
const state = existsSync(stateFile) ? read(stateFile) : undefined;
const statePlaceOf = (name) => join(dirname(stateFile), `${name}.tfstate`);

function evaluated(value) {
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, evaluated(each)]));
  const inner = /^\$\{sha256\(join\("\\n", \[(.*)\]\)\)\}$/.exec(value);
  const lookUp = (expression) => {
    const [, name, output] = /remote_state\.([\w-]+)\.outputs\.(\w+)/.exec(expression);
    return read(statePlaceOf(name)).outputs[output].value;
  };
  if (inner) {
    const values = inner[1] === '' ? [] : inner[1].split(', ').map(lookUp);
    return createHash('sha256').update(values.join('\n')).digest('hex');
  }
  if (value === `\${terraform_data.made_of.output}`)
    return evaluated(configuration.resource.terraform_data.made_of.input);
  if (value.includes?.('base64gzip(')) return gzipSync(readFileSync('cdk.tf.json')).toString('base64');
  return value.startsWith?.('${') ? lookUp(value) : value;
}

const outputs = () =>
  Object.fromEntries(
    Object.entries(configuration.output).map(([name, { value }]) => [name, { value: evaluated(value) }]),
  );

const fail = (text) => {
  console.error(`Error: ${text}`);
  process.exit(1);
};

switch (command) {
  case 'init':
    mkdirSync('.terraform', { recursive: true });
    break;
  case 'untaint':
    break;
  case 'plan': {
    if (tell('fail')) fail('no such bucket');
    const file = args.find((each) => each.startsWith('-out=')).slice(5);
    const next = outputs();
    const before = state?.outputs ?? {};
    const changed = Object.keys(next).filter((name) => JSON.stringify(next[name]) !== JSON.stringify(before[name]));
    const address = (name) => `aws_s3_bucket.${name}`;
    const change = (name, actions) => ({
      address: address(name),
      mode: 'managed',
      type: 'aws_s3_bucket',
      change: { actions },
    });
    const [now, then] = [
      Object.keys(configuration.resource.aws_s3_bucket),
      (state?.resources ?? []).filter(({ type }) => type === 'aws_s3_bucket').map(({ name }) => name),
    ];
    const plan = {
      resource_changes: [
        ...now.filter((name) => !then.includes(name)).map((name) => change(name, ['create'])),
        ...(tell('drift') ? [change('logs', ['update'])] : []),
        ...then.filter((name) => !now.includes(name)).map((name) => change(name, ['delete'])),
      ],
      resource_drift: tell('drift') ? [change('logs', ['update'])] : [],
      output_changes: Object.fromEntries(changed.map((name) => [name, { actions: ['update'] }])),
    };
    writeFileSync(file, JSON.stringify({ serial: state?.serial ?? 0, plan }));
    break;
  }
  case 'show':
    console.log(JSON.stringify(read(args.at(-1)).plan));
    break;
  case 'apply': {
    if (tell('kill')) process.kill(process.pid, 'SIGKILL');
    if (tell('fail-apply')) fail('access denied');
    if (read(args.at(-1)).serial !== (state?.serial ?? 0)) fail('Saved plan is stale');
    mkdirSync(dirname(stateFile), { recursive: true });
    const resources = Object.entries(configuration.resource).flatMap(([type, named]) =>
      Object.keys(named).map((name) => ({ mode: 'managed', type, name, instances: [{}] })),
    );
    // What waits for everything else is as it was where something failed.
    const { made_of, made_of_json } = state?.outputs ?? {};
    const published = { ...outputs(), ...(tell('fail-late') && { made_of, made_of_json }) };
    const next = { terraform_version: '1.11.4', serial: (state?.serial ?? 0) + 1, outputs: published, resources };
    writeFileSync(stateFile, JSON.stringify(next));
    if (tell('fail-late')) fail('throttled');
  }
}
