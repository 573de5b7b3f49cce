'use strict';
/*
 * Installs what package-lock.json names, when it is not installed yet. Runs before `npm start` and `npm test`,
 * on whatever Node the machine has: plain CommonJS without dependencies, for Node 14 and later.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const lockFile = path.join(root, 'package-lock.json');
const installedFile = path.join(root, 'node_modules', '.package-lock.json');
const stampFile = path.join(root, 'node_modules', '.pochi-installed');
/** From this one on no package is passed over. */
const NODE_OF_ALL_PACKAGES = 23;
const pinnedNode = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Compares npm's own note of what it installed with the lock; packages for other platforms may be absent. */
function matches(lock, installed, withDev) {
  const present = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(lock).packages).every(([name, wanted]) => {
    const found = present[name];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    return name === '' || wanted.optional || wanted.devOptional || (wanted.dev && !withDev);
  });
}

/**
 * Makes node_modules hold what the lock names. Development packages are only asked for where `withDev` is set:
 * an image built without them must start without installing them.
 */
function ensureInstalled(withDev) {
  const lock = fs.readFileSync(lockFile, 'utf8');
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
  const runs = fs.existsSync(pinnedNode);
  if (runs && read(stampFile) === stamp) return;
  const installed = read(installedFile);
  if (runs && installed && matches(lock, installed, withDev)) {
    // The stamp says "with everything", so that a later `npm test` need not look at the packages again.
    if (withDev) stampQuietly(stamp);
    return;
  }
  npm(['ci']);
  if (!fs.existsSync(pinnedNode)) {
    console.error('pochi: the npm package "node" was installed without its install script; allow install scripts.');
    process.exit(1);
  }
  // Under an old Node npm passes over optional packages that ask for a newer one, such as native parts: again, under ours.
  if (Number.parseInt(process.versions.node, 10) < NODE_OF_ALL_PACKAGES) npm(['install', '--no-save']);
  stampQuietly(stamp);
}

/** With our own Node, once it is there. What a failed install needs is npm's own output, so it goes to the terminal as it is. */
function npm(args) {
  const PATH = [path.dirname(pinnedNode), process.env.PATH].join(path.delimiter);
  const { error, status } = spawnSync('npm', args, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status || 1);
}

/** A node_modules that can't be written to is no reason not to start. */
function stampQuietly(stamp) {
  try {
    fs.writeFileSync(stampFile, stamp);
  } catch {}
}

module.exports = { ensureInstalled, pinnedNode, root };

if (require.main === module) ensureInstalled(process.env.npm_lifecycle_event !== 'prestart');
