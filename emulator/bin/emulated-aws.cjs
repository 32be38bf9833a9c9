#!/usr/bin/env node
require('./run-built.cjs')('command.js');
