import { DataTfeOrganizationMembership } from '@cdktf/provider-tfe/lib/data-tfe-organization-membership';
import { NotificationConfiguration } from '@cdktf/provider-tfe/lib/notification-configuration';
import type { Construct } from 'constructs';
import type { Manage } from '../../schema/forms/hcp';
import { dashedId } from '../kernel/distinct-id';
import { Part } from '../kernel/part';

export interface NotificationsProps {
  readonly notifications: Manage['notifications'];
  /** Id of the workspace of each stack. */
  readonly workspaceIds: ReadonlyMap<string, string>;
}

/** Mails about runs and assessments of each workspace, to members of the organization. */
export class Notifications extends Part {
  private readonly members = new Map<string, DataTfeOrganizationMembership>();

  constructor(scope: Construct, id: string, { notifications, workspaceIds }: NotificationsProps) {
    super(scope, id);
    for (const { name, emails, on } of notifications)
      for (const [stack, workspaceId] of workspaceIds)
        new NotificationConfiguration(this, `notify-${name}-${stack}`, {
          name,
          workspaceId,
          destinationType: 'email',
          emailUserIds: emails.map((email) => this.member(email).userId),
          triggers: [...on],
          enabled: true,
        });
  }

  private member(email: string): DataTfeOrganizationMembership {
    const known = this.members.get(email);
    const member = known ?? new DataTfeOrganizationMembership(this, `member-${dashedId(email).id}`, { email });
    this.members.set(email, member);
    return member;
  }
}
