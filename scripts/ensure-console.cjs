'use strict';
/*
 * Builds the console when it is not built yet, or when its sources have changed since. Runs before `npm start`; costs a
 * few milliseconds where there is nothing to do. An image that was built without the sources keeps the console it has.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { pinnedNode, root } = require('./ensure-installed.cjs');

const consoleFolder = path.join(root, 'console');
const stampFile = path.join(consoleFolder, 'dist', '.sources');
const lockFolder = path.join(consoleFolder, 'node_modules', '.building');
const STALE_MS = 120000;
const LOOK_EVERY_MS = 50;
const SOURCES = ['index.html', 'package.json', 'vite.config.ts', 'build', 'public', 'src'];
const NOT_BUILT = /\.test\.tsx?$/;

function filesOf(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .reduce((files, name) => files.concat(filesOf(path.join(place, name))), []);
}

/** One hash over everything that the build is made from, packages included. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = SOURCES.reduce((files, name) => files.concat(filesOf(path.join(consoleFolder, name))), []);
  for (const file of sources.concat(path.join(root, 'package-lock.json'))) {
    if (NOT_BUILT.test(file)) continue;
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

const isBuilt = (wanted) => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted;

/** Runs the work alone: two builds at once, as of two test files, would take each other's files away. */
function alone(work) {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  fs.mkdirSync(path.dirname(lockFolder), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const since = fs.statSync(lockFolder, { throwIfNoEntry: false });
      // Whoever made it was killed.
      if (since && Date.now() - since.mtimeMs > STALE_MS) fs.rmSync(lockFolder, { recursive: true, force: true });
      else Atomics.wait(pause, 0, 0, LOOK_EVERY_MS);
    }
  }
  try {
    work();
  } finally {
    fs.rmSync(lockFolder, { recursive: true, force: true });
  }
}

function build(wanted) {
  const { error, status } = spawnSync(pinnedNode, [path.join(consoleFolder, 'build', 'main.ts')], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error('the console could not be built');
  fs.writeFileSync(stampFile, wanted);
}

/** Throws where it can't be built; what was wrong is on the terminal then. */
function ensureConsole() {
  if (!fs.existsSync(path.join(consoleFolder, 'src'))) return;
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  alone(() => {
    if (!isBuilt(wanted)) build(wanted);
  });
}

module.exports = { ensureConsole };

if (require.main === module) {
  try {
    ensureConsole();
  } catch (error) {
    console.error(`pochi: ${error.message}`);
    process.exit(1);
  }
}
