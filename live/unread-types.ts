/** Types of Terraform that stacks can have and that nothing here reads, each with the reason; a test finds what is missing. */
export const unreadTypes: Readonly<Record<string, string>> = {
  aws_ce_cost_allocation_tag: 'a tag of the bill, on which no promise hangs',
  aws_chatbot_slack_channel_configuration: 'the SDK has no client of AWS Chatbot on every registry',
  aws_chatbot_teams_channel_configuration: 'the SDK has no client of AWS Chatbot on every registry',
  aws_guardduty_invite_accepter: 'the member that the administrator lists says the same',
  aws_macie2_invitation_accepter: 'the member that the administrator lists says the same',
  aws_ssm_document: 'what it mends is told by the rule that starts it',
};
