import type { LandingZone } from '../../../schema/landing-zone';
import type { Target } from '../../../schema/organization-tree';
import { type Subject, statementTest } from '../../iam/statement-test';
import { weigh } from '../../iam/weigh';
import {
  type CompiledStatement,
  type OrganizationPolicy,
  type PolicyStatement,
  type PolicyType,
  policyTypes,
} from '../organization-policy';
import { membersById } from './accounts';
import { attribution } from './attribution';
import { bindingChain, fullAccess } from './chain';
import { type AccessRequest, resolveRequest } from './request';

/** A statement that denies a request. */
interface Denial {
  readonly type: PolicyType;
  /** Ids of the controls that the statement keeps by denying this request, sorted. */
  readonly controls: readonly string[];
  /** Name of the policy. */
  readonly policy: string;
  /** Where it is attached. */
  readonly node: Target;
  readonly statement: PolicyStatement;
}

/** What the policies of one type at one node say. */
interface NodeVerdict {
  readonly type: PolicyType;
  readonly node: Target;
  /** Names of the policies that are attached. */
  readonly policies: readonly string[];
  readonly verdict: 'allows' | 'denies' | 'does not allow';
}

/** What service and resource control policies say about a request. Other kinds of policies may deny it still. */
export interface Verdict {
  readonly allowed: boolean;
  readonly denials: readonly Denial[];
  /** From the root to the account, first for service control policies, then for resource control policies. */
  readonly chain: readonly NodeVerdict[];
  /** Why policies of a type do not bind the request, where they do not. */
  readonly unbound: Readonly<Partial<Record<PolicyType, string>>>;
}

interface Compiled extends CompiledStatement {
  readonly policy: string;
  readonly effect: PolicyStatement['Effect'];
  readonly speaksOf: (subject: Subject) => boolean;
}

/**
 * Answers whether service and resource control policies let requests through. Every pattern is compiled once, here.
 *
 * @throws Error that names an operator or a value of a condition that IAM does not take
 */
export class Evaluator {
  readonly #attached = new Map<string, Compiled[]>();
  readonly #members: ReturnType<typeof membersById>;
  readonly #dueTo: ReturnType<typeof attribution>;

  /**
   * @param attachedByAws what AWS attaches to each node; default is full access everywhere. An organization that allows by list
   *   has less.
   */
  constructor(
    private readonly zone: LandingZone,
    policies: readonly OrganizationPolicy[],
    attachedByAws: readonly OrganizationPolicy[] = fullAccess(zone),
  ) {
    this.#members = membersById(zone);
    this.#dueTo = attribution(zone);
    for (const { type, name, targets, statements } of [...attachedByAws, ...policies]) {
      const compiled = statements.map((each): Compiled => {
        const { statement } = each;
        return { ...each, policy: name, effect: statement.Effect, speaksOf: statementTest(statement) };
      });
      for (const node of targets) {
        const key = keyOf(type, node);
        this.#attached.set(key, [...(this.#attached.get(key) ?? []), ...compiled]);
      }
    }
  }

  /**
   * An explicit deny wins, and at every node of the chain something must allow (Organizations User Guide, "SCP evaluation").
   *
   * @throws Error where the account or the principal of the request is not known
   */
  evaluate(request: AccessRequest): Verdict {
    const resolved = resolveRequest(this.zone, request, this.#members);
    const denials: Denial[] = [];
    const chain: NodeVerdict[] = [];
    const unbound: Partial<Record<PolicyType, string>> = {};
    for (const type of policyTypes) {
      const binding = bindingChain(type, resolved);
      if ('unbound' in binding) unbound[type] = binding.unbound;
      else
        for (const node of binding.nodes) {
          const attached = this.#attached.get(keyOf(type, node)) ?? [];
          const { denying, allowing } = weigh(attached, resolved);
          const verdict = denying.length > 0 ? 'denies' : allowing.length > 0 ? 'allows' : 'does not allow';
          chain.push({ type, node, policies: [...new Set(attached.map(({ policy }) => policy))], verdict });
          for (const { policy, statement, controls } of denying) {
            const due = this.#dueTo(type, controls, binding.nodes, resolved);
            denials.push({ type, controls: due, policy, node, statement });
          }
        }
    }
    return { allowed: chain.every(({ verdict }) => verdict === 'allows'), denials, chain, unbound };
  }
}

const keyOf = (type: PolicyType, { kind, name }: Target): string => `${type} ${kind} ${name}`;
