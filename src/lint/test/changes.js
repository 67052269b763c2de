'use strict';

const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** The lines that were taken out, with a minus before them, and put in, with a plus. */
function changes(before, after) {
  if (before === after) {
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'changes-'));
  try {
    writeFileSync(join(folder, 'before'), before);
    writeFileSync(join(folder, 'after'), after);
    const { stdout, error } = spawnSync('diff', ['-U0', 'before', 'after'], { cwd: folder, encoding: 'utf8' });
    if (error) {
      throw error;
    }
    return stdout.split('\n').slice(2).filter((line) => /^[-+\\]/.test(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

module.exports = { changes };
