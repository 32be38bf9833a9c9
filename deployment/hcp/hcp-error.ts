/** What HCP Terraform refused, in words that say what to do. */
export class HcpError extends Error {
  constructor(
    message: string,
    /** HTTP status; 0 where there was no answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** An answer that refuses, and what was asked. */
export interface Refusal {
  readonly hostname: string;
  readonly method: string;
  /** Relative to `/api/v2/`. */
  readonly path: string;
  readonly status: number;
  readonly body: string;
}

/** The error of an answer: what was asked, what HCP Terraform says of it, the rule and what to do. */
export function errorOf(refusal: Refusal): HcpError {
  const { hostname, method, path, status, body } = refusal;
  const said = detailsIn(body);
  const { rule, fix } = adviceOn(status, said);
  const head = `${hostname} answers ${status} to ${method} ${path}${said ? `: ${said}` : ''}`;
  return new HcpError(`${head}\n  rule: ${rule}\n  fix:  ${fix}`, status);
}

/** What the errors of a JSON:API document say. */
function detailsIn(body: string): string {
  try {
    const { errors = [] } = JSON.parse(body) as { readonly errors?: readonly (string | Detail)[] };
    return errors
      .map((each) => (typeof each === 'string' ? each : (each.detail ?? each.title ?? '')))
      .filter(Boolean)
      .join('; ');
  } catch {
    return '';
  }
}

interface Detail {
  readonly title?: string;
  readonly detail?: string;
}

/** Source: HCP Terraform docs, the tables of responses in "Runs API", "Workspaces API", "State Versions API", and "API: Authentication". */
function adviceOn(status: number, said: string): { readonly rule: string; readonly fix: string } {
  switch (status) {
    case 401:
      return {
        rule: 'a token must be valid',
        fix: 'it is wrong or has ended: make another in the settings of a team or a user, and set TFE_TOKEN or run terraform login',
      };
    case 403:
    case 404:
      return {
        rule: 'a thing that a token may not see is answered as one that is not there',
        fix: 'look at the name of organization and project in accounts/landing-zone.ts, and use the token of a team (or a user) that may do this: an organization token may not',
      };
    case 409:
      return {
        rule: /lock/i.test(said) ? 'one at a time works in a workspace' : 'a run is changed in its own order',
        fix: 'look at the workspace, and run this again: npx landing-zone hcp status says who holds it',
      };
    case 422:
      return { rule: 'what is asked must be of the right form', fix: 'change what it names, and run this again' };
    case 429:
      return { rule: 'requests are limited', fix: 'wait a minute: others use the same account' };
    default:
      return { rule: 'HCP Terraform must answer', fix: 'see status.hashicorp.com, and run this again: it goes on' };
  }
}
