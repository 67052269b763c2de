'use strict';

/** A page in Debian's chromium with Modeler's libraries, driven by chromedriver (W3C WebDriver). */

const { spawn } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { createServer } = require('node:http');
const { tmpdir } = require('node:os');
const { extname, join } = require('node:path');

const CHROMIUM = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1600,1200'
];

const SCRIPTS = {
  '/descriptors.js': () => `window.DESCRIPTORS = ${JSON.stringify(DESCRIPTORS)};`,
  '/bpmn.js': () => readFileSync(require.resolve('camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js')),
  '/dmn.js': () => readFileSync(require.resolve('dmn-js/dist/dmn-modeler.production.min.js')),
  '/form.js': () => readFileSync(join(require.resolve('@bpmn-io/form-js/package.json'), '../dist/form-editor.umd.js')),
  '/editors.js': () => readFileSync(join(__dirname, 'page/editors.js'))
};

const STYLE = require.resolve('camunda-bpmn-js/dist/assets/camunda-platform-modeler.css');

/** Labels are measured with this style. */
const PAGE = `<!doctype html><meta charset="utf-8"><style>${readFileSync(STYLE)}
#canvas { height: 1000px }</style><div id="canvas"></div>
${Object.keys(SCRIPTS).map((name) => `<script src="${name}"></script>`).join('\n')}`;

/** The page's function that opens, saves and edits a file. */
const EDITORS = { '.bpmn': 'editProcess', '.dmn': 'editDecision', '.form': 'editForm' };

const DESCRIPTORS = {
  bpmn: { modeler: require('modeler-moddle/resources/modeler.json') },
  dmn: {
    camunda: require('camunda-dmn-moddle/resources/camunda.json'),
    modeler: require('modeler-moddle/resources/dmn-modeler.json')
  }
};

class Browser {
  /** Serves the page and opens it. */
  static async open() {
    const browser = new Browser();
    try {
      await browser.#start();
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  async #start() {
    this.server = createServer((request, response) => answer(request.url, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.server.once('listening', resolve));
    this.profile = mkdtempSync(join(tmpdir(), 'round-trip-'));
    this.driver = spawn('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.address = `http://127.0.0.1:${await port(this.driver)}/session`;
    const { sessionId } = await this.#ask('', {
      capabilities: {
        alwaysMatch: {
          timeouts: { script: 60_000 },
          'goog:chromeOptions': { args: [...CHROMIUM, `--user-data-dir=${this.profile}`] }
        }
      }
    });
    this.address += '/' + sessionId;
    await this.#ask('/url', { url: `http://127.0.0.1:${this.server.address().port}/` });
  }

  /**
   * Opens what is in a file, saves it, writes a text into it and saves it again.
   *
   * @return {Promise<{ warnings: string[], saved: string, edited: string, element: string }>}
   */
  async edit(file, content, text) {
    const script = `const [name, content, text, done] = arguments;
      window[name](content, text).then((value) => done({ value }), (error) => done({ error: error.stack || String(error) }));`;
    const { value, error } = await this.#ask('/execute/async', { script, args: [EDITORS[extname(file)], content, text] });
    if (error) {
      throw new Error(error);
    }
    return value;
  }

  async #ask(path, body, method = 'POST') {
    const response = await fetch(this.address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) {
      throw new Error(value.message);
    }
    return value;
  }

  async close() {
    if (this.address?.split('/session')[1]) {
      await this.#ask('', undefined, 'DELETE').catch(() => {});
    }
    this.driver?.kill();
    this.server?.close();
    this.server?.closeAllConnections();
    if (this.profile) {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
}

function answer(name, response) {
  const script = SCRIPTS[name];
  if (name === '/') {
    response.setHeader('Content-Type', 'text/html').end(PAGE);
  } else if (script) {
    response.setHeader('Content-Type', 'text/javascript').end(script());
  } else {
    response.writeHead(404).end();
  }
}

/** The port that chromedriver has chosen. */
function port(driver) {
  return new Promise((resolve, reject) => {
    let said = '';
    driver.once('error', reject);
    driver.once('exit', () => reject(new Error('chromedriver ended: ' + said)));
    driver.stdout.on('data', (text) => {
      said += text;
      const match = /started successfully on port (\d+)/.exec(said);
      if (match) {
        resolve(match[1]);
      }
    });
  });
}

module.exports = { Browser };
