import { ListGuardrailsCommand } from '@aws-sdk/client-bedrock';
import type { Clients } from '../clients';
import { pages } from '../pages';

/** The drafts of all guardrails, or all versions of one. */
export async function* guardrails(bedrock: Clients['bedrock'], guardrailIdentifier?: string) {
  const list = pages((nextToken) =>
    bedrock.send(new ListGuardrailsCommand({ guardrailIdentifier, maxResults: 100, nextToken })),
  );
  for await (const page of list) yield* page.guardrails ?? [];
}

/** Of each guardrail the version that applications should pin: the newest one that is ready, or its draft where none is. */
export async function* pinnedGuardrails(bedrock: Clients['bedrock']) {
  for await (const { id = '', arn = id } of guardrails(bedrock)) {
    let newest = 0;
    for await (const { version, status } of guardrails(bedrock, id))
      if (status === 'READY' && Number(version) > newest) newest = Number(version);
    yield { id, arn, version: newest > 0 ? String(newest) : 'DRAFT' };
  }
}
