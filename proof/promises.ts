import { exemptArns } from '../policy/guardrails/packing/exemptions';
import type { Elements } from '../policy/iam/statement-test';
import type { Exemption, PromisedDenial } from '../schema/forms/control';
import type { Control, LandingZone } from '../schema/landing-zone';
import { someRequest } from './node-proof';
import type { Answer, Denials, Prover } from './prover';

/** A promise of a control, its own or one that follows from whom the control exempts. */
export interface Promised extends Pick<PromisedDenial, 'that' | 'by' | 'assuming' | 'exception'> {
  readonly control: string;
  /** Whether the control states it in words of its own. */
  readonly own: boolean;
  /** Each has to be denied. */
  readonly deny: readonly Elements[];
}

/** Everybody who is no role without a path: exemptions name none of them. */
const noPlainRole: Elements = {
  Condition: {
    ArnLike: {
      'aws:PrincipalArn': [
        'arn:aws:iam::*:root',
        'arn:aws:iam::*:user/*',
        'arn:aws:iam::*:role/*/*',
        'arn:aws:sts::*:*',
      ],
    },
  },
};

/** What a control promises beside its statements themselves, which the documents are compared with anyway. */
export const promisesOf = (zone: LandingZone, control: Control): readonly Promised[] => [
  ...control.promises.map(({ deny, exempt, assuming, ...promise }) => ({
    ...promise,
    control: control.id,
    own: true,
    deny: [deny],
    assuming: [...exempt.flatMap((each) => noneOf(zone, each)), ...assuming],
  })),
  ...exemptionPromises(zone, control),
];

const calls: Readonly<Record<Exemption, string>> = {
  deployRole: 'the deploy role',
  breakGlass: 'an emergency role',
  modelApprovers: 'an approver of models',
  dataStewards: 'a data steward',
  securityResponders: 'a security responder',
};

/** That the principal is not exempt; nothing is assumed where the settings name no such role. */
function noneOf(zone: LandingZone, exempt: Exemption): Promised['assuming'] {
  const arns = exemptArns(zone, [exempt]);
  if (arns.length === 0) return [];
  return [
    { that: `the principal is not ${calls[exempt]}`, Condition: { ArnNotLike: { 'aws:PrincipalArn': [...arns] } } },
  ];
}

/** Of a control that exempts roles: whoever only resembles one of them, by the end of a path or as a user, is bound. */
function exemptionPromises(zone: LandingZone, { id, prevent }: Control): readonly Promised[] {
  const arns = exemptArns(zone, prevent?.exempt ?? []);
  if (arns.length === 0) return [];
  // A name with a path or a wildcard in the settings lets off whom it says.
  const wide = arns.filter((arn) => /[*?/]/.test(arn.replace('arn:aws:iam::*:role/', '')));
  return (['scp', 'rcp'] as const).flatMap((by): readonly Promised[] => {
    const deny = prevent?.[by] ?? [];
    return deny.length === 0
      ? []
      : [
          {
            control: id,
            own: false,
            that: 'Nobody passes for an exempt role: no user, no root user, no session and no role of that name below a path',
            by,
            deny,
            assuming: [
              { that: 'the principal is no role without a path', ...noPlainRole },
              ...(wide.length > 0
                ? [
                    {
                      that: 'the settings do not name it with a path or a wildcard',
                      Condition: { ArnNotLike: { 'aws:PrincipalArn': wide } },
                    },
                  ]
                : []),
            ],
          },
        ];
  });
}

/** Whether documents keep a promise; one of which a part is about no request is not decided. */
export function provePromise({ own, deny, assuming }: Promised, documents: Denials, prover: Prover): Answer {
  const assumptions = assuming.map(({ that: _, ...elements }): Elements => elements);
  for (const statement of deny) {
    const answer = prover.denies(statement, documents, assumptions, true);
    if (answer.verdict !== 'proved') return answer;
  }
  for (const part of deny.flatMap((statement) => (own ? partsOf(statement) : [statement]))) {
    const answer = someRequest(prover.example(part, assumptions));
    if (answer.verdict !== 'proved') return answer;
  }
  return { verdict: 'proved' };
}

/** A denial for each action that it names, and one for each resource: a value that is about no request promises nothing. */
const partsOf = (statement: Elements): readonly Elements[] => {
  const { Action = [], Resource = [] } = statement;
  return [
    statement,
    ...[Action].flat().map((action) => ({ ...statement, Action: action })),
    ...[Resource].flat().map((resource) => ({ ...statement, Resource: resource })),
  ];
};
