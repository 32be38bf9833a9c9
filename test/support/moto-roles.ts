import type { Moto } from '../../emulator/world';

type Request = Parameters<Moto['request']>[0];

/** A moto that keeps nothing but IAM roles, for tests of who creates and deletes them. */
export interface MotoRoles {
  answer(request: Request): { status: number; body: string };
  /** ARNs of the roles that exist. */
  readonly arns: Set<string>;
}

/** A moto without any role. */
export function motoRoles(): MotoRoles {
  const arns = new Set<string>();
  const answer: MotoRoles['answer'] = ({ account, body }) => {
    const asked = new URLSearchParams(body);
    const name = asked.get('RoleName') ?? '';
    const found = [...arns].find((arn) => arn.startsWith(`arn:aws:iam::${account}:`) && arn.endsWith(`/${name}`));
    const missing = { status: 404, body: '<Error><Code>NoSuchEntity</Code></Error>' };
    switch (asked.get('Action')) {
      case 'CreateRole': {
        if (found !== undefined) return { status: 409, body: '<Error><Code>EntityAlreadyExists</Code></Error>' };
        const arn = `arn:aws:iam::${account}:role${asked.get('Path') ?? '/'}${name}`;
        arns.add(arn);
        return role(arn);
      }
      case 'GetRole':
        return found === undefined ? missing : role(found);
      case 'DeleteServiceLinkedRole':
        return found !== undefined && arns.delete(found) ? { status: 200, body: '' } : missing;
      default:
        return { status: 200, body: '' };
    }
  };
  return { answer, arns };
}

const role = (arn: string): { status: number; body: string } => ({
  status: 200,
  body: `<Role><Path>${arn.replace(/^[^/]*|[^/]*$/g, '')}</Path><RoleName>${arn.split('/').at(-1)}</RoleName><RoleId>AROA1</RoleId><Arn>${arn}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></Role>`,
});
