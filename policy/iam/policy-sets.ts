import type { Policies, SourcedDocument } from './authorization-request';
import { type Denial, explicitDeny, type PolicyKind, unreadable } from './denial';
import type { Asked, DocumentKind, ReadStatement } from './policy-document';
import { readOnce } from './read-once';
import { isTrustAction } from './trust';
import { weigh } from './weigh';

/** What the policies say of which one has to allow. */
export interface SetVerdict {
  readonly by: PolicyKind;
  readonly allowing: readonly ReadStatement[];
  /** By the first statement that denies. */
  readonly denial?: Denial;
  /** Why the first policy that cannot be read denies. */
  readonly defect?: Denial;
}

/** What each set of policies says of a request, in the order in which AWS asks them. */
export const setVerdicts = (policies: Policies, asked: Asked): readonly SetVerdict[] =>
  setsOf(policies, asked.action).map((set) => verdictOf(set, asked));

interface PolicySet {
  readonly by: PolicyKind;
  readonly kind: DocumentKind;
  readonly documents: readonly SourcedDocument[];
}

function setsOf({ rcps = [], scps = [], ...policies }: Policies, action: string): readonly PolicySet[] {
  const { resource = [], identity = [], boundary, session = [] } = policies;
  return [
    ...rcps.map((documents): PolicySet => ({ by: 'rcp', kind: 'rcp', documents })),
    ...scps.map((documents): PolicySet => ({ by: 'scp', kind: 'identity', documents })),
    { by: 'resource', kind: isTrustAction(action) ? 'trust' : 'resource', documents: resource },
    { by: 'identity', kind: 'identity', documents: identity },
    { by: 'boundary', kind: 'identity', documents: boundary ? [boundary] : [] },
    { by: 'session', kind: 'identity', documents: session },
  ];
}

function verdictOf({ by, kind, documents }: PolicySet, asked: Asked): SetVerdict {
  const allowing: ReadStatement[] = [];
  let denial: Denial | undefined;
  let defect: Denial | undefined;
  for (const { name, document } of documents)
    try {
      const weighed = weigh(readOnce(document, kind), asked);
      const [denying] = weighed.denying;
      if (denying) denial ??= explicitDeny(by, asked.action, name, denying.name);
      allowing.push(...weighed.allowing);
    } catch (error) {
      defect ??= unreadable(by, asked.action, name, (error as Error).message);
    }
  return { by, allowing, denial, defect };
}
