/*
 * Puts the Node that comes along where npm scripts find it. npm does so itself, but npm 8 drops the
 * link when it leaves out the same program for other systems. Runs on any Node that runs npm 7.
 */
'use strict';
const fs = require('fs');
const path = require('path');

const modules = path.join(__dirname, '..', 'node_modules');
const link = path.join(modules, '.bin', 'node');
const brought = Object.keys(require('../package.json').optionalDependencies)
  .map((name) => path.join(modules, name, 'bin', 'node'))
  .find((program) => fs.existsSync(program));

if (brought && !fs.existsSync(link)) {
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.symlinkSync(path.relative(path.dirname(link), brought), link);
}
