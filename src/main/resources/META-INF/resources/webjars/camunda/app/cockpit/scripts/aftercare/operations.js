// The page Operations: what fails, what stands still and what waits, each with its case.

import { element, loadStyle } from '../../../aftercare/dom.js';
import { button, caseLink, duration, instanceLink, number, pager, table, tile, time } from './parts.js';
import { command, failure, get, why } from './server.js';

const SIZE = 20;
const VIEWS = {
  overview: 'Overview',
  failing: 'Failing steps',
  incidents: 'Incidents',
  'dead-letters': 'Dead letters',
  undelivered: 'Undelivered notices'
};

class OperationsPage {
  constructor(node) {
    this.node = node;
    this.request = new AbortController();
    this.view = Object.keys(VIEWS).find(view => location.hash.startsWith(`#/aftercare/${view}`)) ?? 'overview';
    this.page = 0;
  }

  start() {
    this.content = element('div', { class: 'aftercare-view' });
    this.status = element('p', { role: 'status', class: 'aftercare-status' });
    this.node.className = 'aftercare-operations';
    this.node.replaceChildren(
      element('h1', {}, 'Operations'),
      element(
        'nav',
        { 'aria-label': 'Operations' },
        ...Object.entries(VIEWS).map(([view, name]) =>
          element('a', { href: `#/aftercare/${view}`, 'aria-current': view === this.view ? 'page' : null }, name)
        )
      ),
      this.status,
      this.content
    );
    return this.load();
  }

  stop() {
    this.request.abort();
    clearTimeout(this.timer);
  }

  async load() {
    const show = {
      overview: () => this.overview(),
      failing: () => this.failing(),
      incidents: () => this.incidents(),
      'dead-letters': () => this.deadLetters(),
      undelivered: () => this.undelivered()
    }[this.view];
    try {
      this.content.replaceChildren(...(await show()).filter(Boolean));
    } catch (error) {
      if (error.name !== 'AbortError') {
        console.error(error);
        this.content.replaceChildren(failure(error, () => this.load()));
      }
    }
  }

  get(path, parameters) {
    return get(path, parameters, this.request.signal);
  }

  paged(path) {
    return this.get(path, { page: this.page, size: SIZE });
  }

  pages(answer) {
    return pager(this.page, SIZE, (this.page + 1) * SIZE < answer.total, page => {
      this.page = page;
      return this.load();
    });
  }

  // Says what came of it, and shows how things stand then.
  async act(done, action) {
    try {
      await action();
      this.status.textContent = done;
    } catch (error) {
      this.status.textContent = why(error);
    }
    await this.load();
  }

  async overview() {
    const all = await this.get('backlog');
    const queue = (name, { due, lagSeconds }, what) =>
      tile(name, duration(lagSeconds), `${number(due)} ${what}`, '#/aftercare/overview', lagSeconds > 60);
    return [
      element(
        'div',
        { class: 'aftercare-tiles' },
        tile('Failing steps', number(all.failingSteps), 'are tried again by themselves', '#/aftercare/failing', all.failingSteps > 0),
        tile('Incidents', number(all.incidents), 'wait for somebody', '#/aftercare/incidents', all.incidents > 0),
        tile('Dead letters', number(all.deadLetters), 'messages that reach no case', '#/aftercare/dead-letters', all.deadLetters > 0),
        tile('Undelivered notices', number(all.undeliveredNotices), 'were given up', '#/aftercare/undelivered', all.undeliveredNotices > 0),
        queue('Steps are late by', all.steps, 'due by now'),
        queue('The outbox is late by', all.outbox, 'to be sent by now'),
        queue('The inbox is late by', all.inbox, 'to be handed to their cases by now')
      ),
      button('Refresh', () => this.load())
    ];
  }

  async failing() {
    const answer = await this.paged('failing-steps');
    return [
      table(
        'Steps that have failed and are tried again by themselves, the next to be tried first',
        [
          ['Case', row => caseLink(row.caseNumber) ?? '–'],
          ['Step', row => instanceLink(row.processInstanceId, row.step)],
          ['Process', row => row.process ?? row.processKey ?? 'the engine'],
          ['Cause', row => row.cause],
          ['Tries left', row => String(row.retriesLeft)],
          ['Next try', row => time(row.nextTry) ?? 'now']
        ],
        answer.items,
        'No step fails.'
      ),
      this.pages(answer),
      button('Refresh', () => this.load())
    ];
  }

  async incidents() {
    const [groups, retries] = await Promise.all([this.get('incident-groups'), this.get('retries')]);
    this.watch(retries);
    return [
      ...groups.map(group => this.group(group)),
      groups.length === 0 ? element('p', { class: 'aftercare-none' }, 'There are no incidents.') : null,
      this.retries(retries),
      button('Refresh', () => this.load())
    ];
  }

  // While steps are being tried again, the figures change by themselves, but not under somebody who picks.
  watch(retries) {
    clearTimeout(this.timer);
    if (retries.some(retry => retry.waiting + retry.underWay > 0)) {
      this.timer = setTimeout(() => (this.node.querySelector('.aftercare-group[open]') ? this.watch(retries) : this.load()), 3_000);
    }
  }

  group(group) {
    const details = element(
      'details',
      { class: 'aftercare-group' },
      element(
        'summary',
        {},
        element('strong', {}, number(group.incidents)),
        element('span', {}, `${group.step}: ${group.cause}`),
        element('small', {}, `${group.process ?? group.processKey ?? 'the engine'} · since `, time(group.first), ' · last ', time(group.last))
      ),
      element(
        'div',
        { class: 'aftercare-deeds' },
        button(
          `Retry all ${number(group.incidents)}`,
          () => this.act('The steps are tried again one after the other; see below.', () => command('retries', { groupId: group.groupId })),
          'primary'
        )
      )
    );
    details.addEventListener('toggle', () => details.open && this.open(details, group, 0));
    return details;
  }

  async open(details, group, page) {
    details.querySelector('.aftercare-members')?.remove();
    const members = element('div', { class: 'aftercare-members' });
    details.append(members);
    try {
      members.append(...(await this.members(details, group, page)).filter(Boolean));
    } catch (error) {
      members.append(failure(error, () => this.open(details, group, page)));
    }
  }

  async members(details, group, page) {
    const rows = await this.get('incidents', { group: group.groupId, page, size: SIZE });
    const picked = new Set();
    const retry = button('Retry the picked', () =>
      this.act('The picked steps are tried again.', () => command('retries', { incidentIds: [...picked] }))
    );
    retry.disabled = true;
    const pick = row => {
      const box = element('input', { type: 'checkbox', 'aria-label': `Pick ${row.caseNumber ?? row.incidentId}` });
      box.addEventListener('change', () => {
        picked[box.checked ? 'add' : 'delete'](row.incidentId);
        retry.disabled = picked.size === 0;
      });
      return box;
    };
    return [
      table(
        'Incidents of this group, oldest first',
        [
          ['Pick', pick],
          ['Case', row => caseLink(row.caseNumber) ?? '–'],
          ['Step', row => instanceLink(row.processInstanceId, row.step)],
          ['Process', row => row.process ?? 'the engine'],
          ['Since', row => time(row.since)]
        ],
        rows,
        'They are gone.'
      ),
      retry,
      pager(page, SIZE, (page + 1) * SIZE < group.incidents, next => this.open(details, group, next))
    ];
  }

  retries(retries) {
    return (
      retries.length > 0 &&
      element(
        'section',
        {},
        table(
          'Tried again together, latest first',
          [
            ['Asked', row => time(row.askedAt)],
            ['Steps', row => number(row.steps)],
            ['Waiting', row => number(row.waiting)],
            ['Under way', row => number(row.underWay)],
            ['Went on', row => number(row.passed)],
            ['Stopped again', row => number(row.stoppedAgain)],
            ['Mended before', row => number(row.gone)],
            ['No right', row => number(row.refused)]
          ],
          retries
        )
      )
    );
  }

  async deadLetters() {
    const answer = await this.paged('dead-letters');
    const letter = row => ({ source: row.source, id: row.id });
    return [
      table(
        'Messages that no case takes, latest first',
        [
          ['Case', row => caseLink(row.caseNumber) ?? '–'],
          ['Message', row => row.name],
          ['From', row => row.source],
          ['Received', row => time(row.receivedAt)],
          ['Given up', row => time(row.deadSince) ?? 'still tried'],
          ['Why', row => row.reason],
          ['Tries', row => String(row.tries)],
          [
            'What to do',
            row =>
              element(
                'span',
                { class: 'aftercare-deeds' },
                button('Retry', () => this.act('The message is tried again.', () => command('dead-letters/retry', letter(row)))),
                button('Discard', async () => {
                  if (confirm(`Nobody needs the message ${row.name} for ${row.caseNumber} any more?`)) {
                    await this.act('The message is discarded.', () => command('dead-letters/discard', letter(row)));
                  }
                })
              )
          ]
        ],
        answer.items,
        'There are no dead letters.'
      ),
      this.pages(answer),
      button('Refresh', () => this.load())
    ];
  }

  async undelivered() {
    const answer = await this.paged('undelivered-notices');
    return [
      table(
        'Notices that were given up, oldest first',
        [
          ['Case', row => caseLink(row.caseNumber) ?? '–'],
          ['Wording', row => row.template],
          // Whether a customer, a partner or staff, and not who.
          ['To', row => (row.recipient ?? '').split(':')[0]],
          ['Channel', row => row.channel ?? 'none'],
          ['Why', row => row.failure],
          [
            'What to do',
            row =>
              button('Send again', () =>
                this.act('The notice is sent again.', () =>
                  command('undelivered-notices/retry', { noticeId: row.noticeId, recipient: row.recipient })
                )
              )
          ]
        ],
        answer.items,
        'Every notice was delivered.'
      ),
      this.pages(answer),
      button('Refresh', () => this.load())
    ];
  }
}

let page = null;

const route = path => ({
  id: `aftercare-operations${path.replaceAll('/', '-')}`,
  pluginPoint: 'cockpit.route',
  priority: 10,
  properties: { path },
  render: node => {
    loadStyle('operations', import.meta.url);
    document.title = 'Operations · Cockpit';
    page?.stop();
    page = new OperationsPage(node);
    page.start();
  },
  unmount: () => {
    page?.stop();
    page = null;
  }
});

export default [
  {
    id: 'aftercare',
    pluginPoint: 'cockpit.navigation',
    priority: 95,
    properties: { path: '/aftercare' },
    render: node => node.append(element('a', { href: '#/aftercare' }, 'Operations'))
  },
  route('/aftercare'),
  ...Object.keys(VIEWS).map(view => route(`/aftercare/${view}`))
];
