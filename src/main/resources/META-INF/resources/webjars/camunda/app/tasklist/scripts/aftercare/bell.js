// The bell in Tasklist's head: messages to whoever is logged in, and how many are unread.

import { dateFormat, element, inBrowsersLanguage, loadStyle, productRoot } from '../../../aftercare/dom.js';

// The words that are needed before an answer of the server; all others come with it.
const WORDS = {
  en: { messages: 'Messages', failed: 'The messages could not be loaded.' },
  de: { messages: 'Nachrichten', failed: 'Die Nachrichten konnten nicht geladen werden.' },
  sv: { messages: 'Meddelanden', failed: 'Meddelandena kunde inte hämtas.' },
  da: { messages: 'Beskeder', failed: 'Beskederne kunne ikke hentes.' },
  nb: { messages: 'Meldinger', failed: 'Meldingene kunne ikke hentes.' },
  pl: { messages: 'Wiadomości', failed: 'Nie udało się wczytać wiadomości.' }
};

const words = inBrowsersLanguage(WORDS);
const address = `${productRoot}/api/desk/messages`;
const EVERY_MINUTE = 60_000;

class Bell {
  constructor(node) {
    this.node = node;
    this.count = element('span', { class: 'aftercare-count', hidden: '' });
    this.button = element(
      'button',
      { type: 'button', class: 'aftercare-bell', 'aria-expanded': 'false', 'aria-label': words.messages },
      element('span', { class: 'glyphicon glyphicon-bell', 'aria-hidden': 'true' }),
      this.count
    );
    this.panel = element('div', { class: 'aftercare-panel', role: 'region', 'aria-label': words.messages, hidden: '' });
    this.outside = event => this.node.contains(event.target) || this.toggle(false);
    this.escape = event => event.key === 'Escape' && this.close();
  }

  start() {
    this.button.addEventListener('click', () => this.toggle(this.panel.hidden));
    this.node.replaceChildren(this.button, this.panel);
    this.timer = setInterval(() => document.hidden || this.panel.hidden === false || this.load(), EVERY_MINUTE);
    return this.load();
  }

  stop() {
    clearInterval(this.timer);
    this.toggle(false);
  }

  async load() {
    try {
      const response = await fetch(address, { headers: { Accept: 'application/json' } });
      // Logged out, or nobody who gets messages: no bell.
      this.node.hidden = response.status === 401 || response.status === 403;
      if (response.ok) {
        this.show(await response.json());
      } else if (!this.node.hidden) {
        this.fail();
      }
    } catch (error) {
      console.error(error);
      this.fail();
    }
  }

  fail() {
    this.panel.replaceChildren(element('p', { role: 'alert' }, words.failed));
  }

  show(data) {
    this.labels = data.labels;
    this.format = dateFormat(data.language);
    this.showUnread(data.unread);
    this.all = element('button', { type: 'button', class: 'btn btn-link' }, this.labels['messages.all-read']);
    this.all.addEventListener('click', () => this.readAll());
    this.panel.lang = data.language;
    this.panel.replaceChildren(
      element('h2', {}, this.labels.messages),
      data.items.length === 0
        ? element('p', {}, this.labels['messages.none'])
        : element('ul', {}, ...data.items.map(item => element('li', {}, this.message(item))))
    );
    if (data.unread > 0) {
      this.panel.append(this.all);
    }
  }

  showUnread(unread) {
    this.unread = unread;
    this.count.textContent = String(unread);
    this.count.hidden = unread === 0;
    this.button.setAttribute('aria-label', `${words.messages}: ${unread}`);
  }

  message(item) {
    const details = element(
      'details',
      { class: item.read ? null : 'aftercare-unread' },
      element(
        'summary',
        {},
        element('span', {}, item.subject),
        element('time', { datetime: item.at }, this.format.format(new Date(item.at)))
      ),
      element('p', {}, item.text)
    );
    details.addEventListener('toggle', () => details.open && this.read(item, details));
    return details;
  }

  async read(item, details) {
    if (item.read) {
      return;
    }
    const response = await fetch(`${address}/${encodeURIComponent(item.messageId)}/read`, { method: 'PUT' });
    if (response.ok) {
      item.read = true;
      details.classList.remove('aftercare-unread');
      this.showUnread(Math.max(0, this.unread - 1));
    }
  }

  async readAll() {
    const response = await fetch(`${address}/read`, { method: 'PUT' });
    if (response.ok) {
      await this.load();
      this.button.focus();
    }
  }

  toggle(shown) {
    this.panel.hidden = !shown;
    this.button.setAttribute('aria-expanded', String(shown));
    const change = shown ? 'addEventListener' : 'removeEventListener';
    document[change]('click', this.outside);
    document[change]('keydown', this.escape);
  }

  close() {
    this.toggle(false);
    this.button.focus();
  }
}

let bell = null;

export default {
  id: 'aftercare-bell',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  render: node => {
    loadStyle('bell', import.meta.url);
    bell?.stop();
    bell = new Bell(node);
    bell.start();
  },
  unmount: () => {
    bell?.stop();
    bell = null;
  }
};
