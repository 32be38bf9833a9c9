import { type ApiRoutes, ok } from '../api/call';
import { notFound } from '../api/errors';
import type { HcpWorld } from '../world';

/** What the organization pays for, shown to its owners. Source: HCP Terraform docs, "Subscriptions API". */
export const subscriptionRoutes = (world: HcpWorld): ApiRoutes => ({
  'GET /organizations/:organization/subscription': ({ actor, params }) => {
    const { records, organization, settings } = world;
    world.checkOrganization(params.organization, actor);
    const isOwner = actor.kind === 'team' && records.tryFind('teams', actor.id)?.attributes.name === 'owners';
    if (actor.kind !== 'user' && !isOwner) throw notFound();
    const { slots } = settings;
    const attributes = { 'is-active': true, 'runs-ceiling': slots, 'is-public-free-tier': slots === 1 };
    const relations = { organization: { type: organization.type, id: organization.id } };
    return ok({ type: 'subscriptions', id: 'sub-double', attributes, relations });
  },
});
