# Every type of resource that a landing zone makes in HCP Terraform; what `round` names is changed in place.
terraform {
  required_providers {
    tfe = {
      source  = "hashicorp/tfe"
      version = "~> 0.71.0"
    }
  }
}
variable "round" { default = 1 }
provider "tfe" { organization = "example" }
resource "tfe_project" "zone" {
  name        = "Landing zone"
  description = "round ${var.round}"
  tags        = { stage = "r${var.round}" }
}
resource "tfe_project_settings" "zone" {
  project_id             = tfe_project.zone.id
  default_execution_mode = var.round == 1 ? "remote" : "local"
}
resource "tfe_workspace" "a" {
  name                  = "zone-a"
  project_id            = tfe_project.zone.id
  description           = "round ${var.round}"
  queue_all_runs        = false
  terraform_version     = "1.11.4"
  allow_destroy_plan    = var.round != 1
  file_triggers_enabled = false
  tags                  = { stack = "a" }
}
resource "tfe_workspace" "b" {
  name                  = "zone-b"
  project_id            = tfe_project.zone.id
  queue_all_runs        = false
  terraform_version     = "1.11.4"
  file_triggers_enabled = false
}
resource "tfe_workspace_settings" "a" {
  workspace_id              = tfe_workspace.a.id
  execution_mode            = "remote"
  auto_apply                = var.round != 1
  assessments_enabled       = true
  global_remote_state       = false
  remote_state_consumer_ids = var.round == 1 ? [tfe_workspace.b.id] : []
}
resource "tfe_workspace_settings" "b" {
  workspace_id              = tfe_workspace.b.id
  execution_mode            = var.round == 1 ? "agent" : "remote"
  agent_pool_id             = var.round == 1 ? tfe_agent_pool.pool.id : null
  auto_apply                = false
  assessments_enabled       = false
  global_remote_state       = false
  remote_state_consumer_ids = []
}
resource "tfe_agent_pool" "pool" {
  name                = "pool"
  organization_scoped = false
}
resource "tfe_agent_pool_allowed_projects" "pool" {
  agent_pool_id       = tfe_agent_pool.pool.id
  allowed_project_ids = [tfe_project.zone.id]
}
resource "tfe_variable_set" "identity" {
  name              = "identity"
  description       = "round ${var.round}"
  priority          = true
  parent_project_id = tfe_project.zone.id
}
resource "tfe_project_variable_set" "identity" {
  project_id      = tfe_project.zone.id
  variable_set_id = tfe_variable_set.identity.id
}
resource "tfe_variable" "auth" {
  key             = "TFC_AWS_PROVIDER_AUTH"
  value           = var.round == 1 ? "true" : "false"
  category        = "env"
  variable_set_id = tfe_variable_set.identity.id
}
resource "tfe_variable" "secret" {
  key          = "secret"
  value        = "hush"
  sensitive    = true
  category     = "terraform"
  workspace_id = tfe_workspace.a.id
}
resource "tfe_variable_set" "plain" {
  name = "plain"
}
resource "tfe_workspace_variable_set" "plain" {
  workspace_id    = tfe_workspace.b.id
  variable_set_id = tfe_variable_set.plain.id
}
resource "tfe_run_trigger" "ab" {
  workspace_id  = tfe_workspace.b.id
  sourceable_id = tfe_workspace.a.id
}
resource "tfe_team" "readers" {
  name       = "readers"
  visibility = "organization"
  organization_access {
    read_projects = var.round == 1
  }
}
resource "tfe_team_project_access" "readers" {
  team_id    = tfe_team.readers.id
  project_id = tfe_project.zone.id
  access     = var.round == 1 ? "read" : "write"
}
resource "tfe_team" "custom" {
  name = "custom"
}
resource "tfe_team_project_access" "custom" {
  team_id    = tfe_team.custom.id
  project_id = tfe_project.zone.id
  access     = "custom"
  project_access {
    settings      = "read"
    teams         = "none"
    variable_sets = "none"
  }
  workspace_access {
    runs           = "plan"
    sentinel_mocks = "none"
    state_versions = var.round == 1 ? "read-outputs" : "read"
    variables      = "none"
    create         = false
    locking        = false
    delete         = false
    move           = false
    run_tasks      = false
  }
}
data "tfe_team" "owners" {
  name = "owners"
}
resource "tfe_notification_configuration" "errors" {
  name             = "errors"
  enabled          = true
  destination_type = "generic"
  url              = "https://example.com/hook"
  token            = "hush"
  triggers         = var.round == 1 ? ["run:errored"] : ["run:errored", "run:needs_attention"]
  workspace_id     = tfe_workspace.a.id
}
resource "tfe_policy" "keep" {
  name         = "keep"
  kind         = "opa"
  query        = "data.terraform.deny"
  policy       = "package terraform\n\ndeny := [] # ${var.round}\n"
  enforce_mode = var.round == 1 ? "advisory" : "mandatory"
}
resource "tfe_policy_set" "keep" {
  name                = "keep"
  description         = "round ${var.round}"
  kind                = "opa"
  agent_enabled       = true
  policy_tool_version = "0.70.0"
  overridable         = false
  policy_ids          = [tfe_policy.keep.id]
}
resource "tfe_project_policy_set" "keep" {
  policy_set_id = tfe_policy_set.keep.id
  project_id    = tfe_project.zone.id
}
