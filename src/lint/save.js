'use strict';

/**
 * Saves models as Camunda Modeler does, for those that another program has written: the first save
 * of Modeler then changes nothing of them but what somebody edits.
 *
 *   npm --prefix src/lint run save [-- files or folders]      all models, tables and forms without a name
 */

const { readFileSync, writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const { Browser } = require('./browser');
const { named } = require('./model/product');

/** Moving a diagram to the place that Modeler gives it changes the order in which it is written. */
const MOST_SAVES = 5;

async function main(names) {
  const browser = await Browser.open();
  try {
    for (const file of named(names)) {
      const before = readFileSync(file, 'utf8');
      const after = await settled(browser, file, before);
      if (after !== before) {
        writeFileSync(file, after);
        console.log(`${relative(process.env.INIT_CWD ?? process.cwd(), file)}: saved`);
      }
    }
  } finally {
    await browser.close();
  }
}

async function settled(browser, file, content) {
  let text = content;
  for (let save = 0; save < MOST_SAVES; save++) {
    const { saved } = await browser.edit(file, text, 'Another text');
    if (saved === text) {
      return text;
    }
    text = saved;
  }
  throw new Error(`${file} is written in another way at each save`);
}

main(process.argv.slice(2));
