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
  case 'state': {
    const left = state.resources.filter(({ type, name }) => !args.includes(`${type}.${name}`));
    writeFileSync(stateFile, JSON.stringify({ ...state, serial: state.serial + 1, resources: left }));
    break;
  }
  case 'plan': {
    if (tell('fail')) fail('no such bucket');
    const file = args.find((each) => each.startsWith('-out=')).slice(5);
    const next = outputs();
    const before = state?.outputs ?? {};
    const changed = Object.keys(next).filter((name) => JSON.stringify(next[name]) !== JSON.stringify(before[name]));
    const address = (name) => `aws_s3_bucket.${name}`;
    const isDestroy = args.includes('-destroy');
    const targets = args.filter((each) => each.startsWith('-target=')).map((each) => each.slice(8));
    const isTarget = ({ address }) => targets.length === 0 || targets.includes(address);
    const change = (name, actions) => ({
      address: address(name),
      mode: 'managed',
      type: 'aws_s3_bucket',
      change: { actions },
    });
    const written = configuration.resource.aws_s3_bucket;
    const held = (state?.resources ?? []).filter(({ type }) => type === 'aws_s3_bucket');
    const [now, then] = [Object.keys(written), held.map(({ name }) => name)];
    const bodyOf = (name) => held.find((each) => each.name === name)?.instances[0].attributes ?? {};
    if (isDestroy && then.some((name) => written[name]?.lifecycle?.prevent_destroy))
      fail('Instance cannot be destroyed');
    const destruction = {
      resource_changes: then.map((name) => change(name, ['delete'])),
      output_changes: Object.fromEntries(Object.keys(before).map((name) => [name, { actions: ['delete'] }])),
    };
    const isChanged = (name) => then.includes(name) && JSON.stringify(bodyOf(name)) !== JSON.stringify(written[name]);
    const changes = {
      resource_changes: [
        ...now.filter((name) => !then.includes(name)).map((name) => change(name, ['create'])),
        ...now.filter(isChanged).map((name) => change(name, ['update'])),
        ...(tell('drift') ? [change('logs', ['update'])] : []),
        ...then.filter((name) => !now.includes(name)).map((name) => change(name, ['delete'])),
      ].filter(isTarget),
      resource_drift: tell('drift') ? [change('logs', ['update'])] : [],
      output_changes: Object.fromEntries(changed.map((name) => [name, { actions: ['update'] }])),
    };
    writeFileSync(
      file,
      JSON.stringify({ serial: state?.serial ?? 0, isDestroy, plan: isDestroy ? destruction : changes }),
    );
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
    const { isDestroy, plan } = read(args.at(-1));
    if (isDestroy) {
      const empty = { terraform_version: '1.11.4', serial: (state?.serial ?? 0) + 1, outputs: {}, resources: [] };
      // A destroy takes the outputs first.
      if (tell('wait') || tell('half')) empty.resources = state.resources.slice(0, 1);
      writeFileSync(stateFile, JSON.stringify(empty));
      if (tell('wait')) fail('deleting OU: OrganizationalUnitNotEmptyException: it contains accounts');
      if (tell('half')) fail('deleting bucket: BucketNotEmpty');
      break;
    }
    const gone = plan.resource_changes.filter(({ change }) => change.actions.includes('create'));
    const held = (state?.resources ?? []).map(({ name }) => name);
    const names = Object.keys(configuration.resource.aws_s3_bucket).filter(
      (name) => held.includes(name) || gone.some(({ address }) => address === `aws_s3_bucket.${name}`),
    );
    const buckets = names.map((name) => ({
      ...{ mode: 'managed', type: 'aws_s3_bucket', name },
      instances: [{ attributes: configuration.resource.aws_s3_bucket[name] }],
    }));
    const data = Object.keys(configuration.resource.terraform_data ?? {}).map((name) => ({
      ...{ mode: 'managed', type: 'terraform_data', name },
      instances: [{}],
    }));
    // What waits for everything else is as it was where something failed.
    const { made_of, made_of_json } = state?.outputs ?? {};
    const published = { ...outputs(), ...(tell('fail-late') && { made_of, made_of_json }) };
    const resources = [...buckets, ...data];
    const next = { terraform_version: '1.11.4', serial: (state?.serial ?? 0) + 1, outputs: published, resources };
    writeFileSync(stateFile, JSON.stringify(next));
    if (tell('fail-late')) fail('throttled');
  }
}
