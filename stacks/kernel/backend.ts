import {
  DataTerraformRemoteState,
  DataTerraformRemoteStateLocal,
  DataTerraformRemoteStateS3,
  LocalBackend,
  S3Backend,
  TerraformBackend,
  type TerraformRemoteState,
  type TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import { workspaceName } from '../../schema/facts/hcp';
import { stackNames } from '../../schema/facts/stack-names';
import type { HcpBackend as Hcp } from '../../schema/forms/hcp';
import type { Backend } from '../../schema/forms/settings';

/** Tells Terraform where the stack keeps its state. */
export function keepState(stack: TerraformStack, backend: Backend): void {
  const name = stack.node.id;
  switch (backend.type) {
    case 'local':
      new LocalBackend(stack, { path: localPath(name) });
      return;
    case 's3': {
      const { bucket, region, prefix, kmsKeyId } = backend;
      const s3 = new S3Backend(stack, { bucket, region, key: s3Key(prefix, name), kmsKeyId, encrypt: true });
      // Native locking: cdktf 0.21 has no field for it (hashicorp/terraform-cdk#3834).
      s3.addOverride('use_lockfile', true);
      return;
    }
    case 'hcp':
      new HcpBackend(stack, backend);
  }
}

/** The data source through which `reader` sees the outputs of the stack called `producer`. */
export function readState(reader: Construct, backend: Backend, producer: string): TerraformRemoteState {
  switch (backend.type) {
    case 'local':
      return new DataTerraformRemoteStateLocal(reader, producer, { path: localPath(producer) });
    case 's3': {
      const { bucket, region, prefix } = backend;
      return new DataTerraformRemoteStateS3(reader, producer, { bucket, region, key: s3Key(prefix, producer) });
    }
    case 'hcp': {
      const { organization, hostname } = backend;
      const workspaces = { name: workspaceName(backend, producer) };
      return new DataTerraformRemoteState(reader, producer, { organization, hostname, workspaces });
    }
  }
}

/** Beside the output folder, seen from `<out>/stacks/<stack>`, where Terraform runs. */
const localPath = (stack: string): string => `../../../state/${stack}.tfstate`;

const s3Key = (prefix: string, stack: string): string => `${prefix}/${stack}.tfstate`;

/** The `cloud` block. CDKTF's own `CloudBackend` runs a Terraform binary at synth, for each stack. */
class HcpBackend extends TerraformBackend {
  constructor(
    private readonly host: TerraformStack,
    private readonly backend: Hcp,
  ) {
    super(host, 'backend', 'cloud');
  }

  override toTerraform(): object {
    const { organization, hostname, project } = this.backend;
    const stack = this.host.node.id;
    // The project that the stack `hcp` makes cannot hold its own state: `terraform init` would make the project before it.
    const inProject = project && stack !== stackNames.hcp;
    const workspaces = { name: workspaceName(this.backend, stack), ...(inProject && { project }) };
    return { terraform: { cloud: { organization, hostname, workspaces } } };
  }

  override toMetadata(): object {
    return { backend: 'cloud', cloud: 'tfc' };
  }

  override getRemoteStateDataSource(scope: Construct, _name: string, fromStack: string): TerraformRemoteState {
    return readState(scope, this.backend, fromStack);
  }
}
