#!/usr/bin/env node
require('./run-built.cjs')('hcp/command.js');
