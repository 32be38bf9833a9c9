import { z } from 'zod';
import { emailAddress, kebabName } from './text';

/** How bad it is, by GuardDuty's words. */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

const uuid = z.uuid('must be a UUID');

/**
 * A channel of Slack. A person authorizes the workspace first, in the console of Amazon Q Developer in chat applications of the security
 * account, and adds the app to a private channel (`/invite @Amazon Q`): no API does either. Another
 * workspace replaces the channel's configuration; authorize it before you write it.
 */
const slack = z.strictObject({
  /** Id of the workspace: `T07EA123LEP`. */
  workspace: z.string().regex(/^[0-9A-Z]{1,255}$/, 'must be the id of a Slack workspace'),
  /** Id of the channel, the end of its link: `C07EZ1ABC23`. */
  channel: z.string().regex(/^[A-Za-z0-9]{1,255}$/, 'must be the id of a Slack channel'),
});

/**
 * A channel of Microsoft Teams. A person configures the team first, in the console, as for Slack. A team has one channel here: Terraform
 * finds it by the team alone. Another tenant or team replaces its configuration; configure it before you write it.
 */
const teams = z.strictObject({
  /** Id of the tenant, in the link of the channel. */
  tenant: uuid,
  /** Id of the team, in the same link: `groupId`. */
  team: uuid,
  /** Id of the channel as the link has it, encoded: `19%3a…%40thread.tacv2`. */
  channel: z
    .string()
    .max(255)
    .regex(/^[\w=+/.,-]*%3[aA][\w=+/.,-]*%40[\w=+/.,-]*$/, 'must be the id of a Teams channel as its link has it'),
});

const chat = {
  /** @default - no channel of Slack */
  slack: slack.optional(),
  /** @default - no channel of Teams */
  teams: teams.optional(),
};

export type Chat = z.output<z.ZodObject<typeof chat>>;

/** Others who hear, from a severity on. */
const route = z.strictObject({
  /** Ends the name of the route's topic: `<name>-findings-<route>`, to which others may subscribe. At most 20 characters. */
  name: kebabName(20),
  /** From this severity on, of every source. What AWS gives no severity: docs/capabilities/alerts.md. */
  from: z.enum(severities),
  /** E-mail addresses; each confirms once. @default - none */
  emails: z.array(emailAddress).default([]),
  ...chat,
  /**
   * One mail of all that the route hears, `daily` or `weekly` at 06:00 UTC (on Mondays), instead of one of each event: severity, kind,
   * account, how often, and the first of each. Chat shows no digest. @default - each event at once
   */
  digest: z.enum(['daily', 'weekly']).optional(),
  /**
   * Of a period in which nothing happened: `send` says so, so that who hears nothing knows that something is broken. Only with `digest`.
   * @default - 'send'
   */
  emptyDigest: z.enum(['send', 'skip']).optional(),
});

export type NotificationRoute = z.output<typeof route>;

/** Who is told of findings, and of which. Every finding reaches the findings bus; this says which of them leave it. */
export const notificationsForm = z.strictObject({
  /** Who is told of findings; each address confirms once. */
  emails: z.array(emailAddress).min(1, 'must name at least one address, or findings reach nobody'),
  ...chat,
  /** GuardDuty severity from which a finding is sent: low 1, medium 4, high 7, critical 9. Findings of AI protection are LOW by default. */
  guardDutySeverity: z.number().min(1).max(10).default(4),
  /** Severity from which a finding of Macie is sent, or `off`. */
  macie: z.enum(['off', 'low', 'medium', 'high']).default('low'),
  /** What of Access Analyzer is sent: `public` is what everybody can reach, `all` every access from outside and every unused one. */
  accessAnalyzer: z.enum(['off', 'public', 'all']).default('public'),
  /**
   * Severity from which a failed control of Security Hub is sent, or `off`. Security Hub reports a control again with every check, once or
   * twice a day, until somebody sets its workflow status to NOTIFIED or SUPPRESSED.
   */
  securityHub: z.enum(['off', ...severities]).default('off'),
  /**
   * Severity of a control from which its Config rule is sent where a resource breaks it, or `off`. `low` sends rules that are not of a
   * control, too. An account is born with resources that break rules, so a low threshold is a flood.
   */
  compliance: z.enum(['off', ...severities]).default('critical'),
  /** More topics, each with its own threshold and addressees. At most 5. @default - none */
  routes: z.array(route).max(5, 'may have at most 5').default([]),
});
