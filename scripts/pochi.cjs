#!/usr/bin/env node
'use strict';
/* The `pochi` command: runs src/main.ts with the pinned Node, whatever Node started this file. */
const { spawn } = require('node:child_process');
const path = require('node:path');
const { ensureInstalled, pinnedNode, root } = require('./ensure-installed.cjs');

ensureInstalled(false);

const child = spawn(pinnedNode, [path.join(root, 'src', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });

// The child decides when to end: it has requests to finish first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

child.on('error', (error) => {
  console.error(`pochi: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  process.kill(process.pid, signal);
});
